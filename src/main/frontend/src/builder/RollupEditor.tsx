// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@grafana/ui';
import React from 'react';
import { Choice } from '../controls/Choice';
import { CommitInput } from '../controls/CommitInput';

interface Props {
  /** Of `.rollup(…)`: method, then seconds or a word of the calendar. Empty for what suits the panel. */
  args: string[];
  onChange(args: string[]): void;
}

const METHODS = ['', 'avg', 'sum', 'min', 'max', 'count'].map((value) => ({
  value,
  label: `rollup ${value || 'auto'}`,
}));

/** How values of one series are combined in time. */
export function RollupEditor({ args, onChange }: Props) {
  const [method = '', width = ''] = args;

  return (
    <Stack direction="row" gap={0}>
      <Choice
        label="Rollup"
        width={16}
        options={METHODS}
        value={method}
        onChange={(value) => onChange(value ? [value, ...args.slice(1)] : [])}
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
