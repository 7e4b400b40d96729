// SPDX-License-Identifier: Apache-2.0
import { Combobox, Stack } from '@grafana/ui';
import React, { useId } from 'react';
import { CommitInput } from '../controls/CommitInput';

interface Props {
  /** Of `.rollup(…)`: method, then seconds or a word of the calendar. Empty for what suits the panel. */
  args: string[];
  onChange(args: string[]): void;
}

const METHODS = ['', 'avg', 'sum', 'min', 'max', 'count'];

/** How values of one series are combined in time. */
export function RollupEditor({ args, onChange }: Props) {
  const methodId = useId();
  const [method = '', width = ''] = args;

  return (
    <Stack direction="row" gap={0}>
      <span id={methodId} hidden>
        Rollup
      </span>
      <Combobox<string>
        aria-labelledby={methodId}
        width={16}
        options={METHODS.map(option)}
        value={option(method)}
        onChange={({ value }) => onChange(value ? [value, ...args.slice(1)] : [])}
      />
      {method !== '' && (
        <CommitInput
          label="Rollup width in seconds"
          width={12}
          placeholder="seconds"
          value={width}
          onCommit={(text) => onChange([method, text, ...args.slice(2)])}
        />
      )}
    </Stack>
  );
}

function option(method: string) {
  return { value: method, label: `rollup ${method || 'auto'}` };
}
