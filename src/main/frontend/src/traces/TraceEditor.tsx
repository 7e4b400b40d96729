// SPDX-License-Identifier: Apache-2.0
import { RadioButtonGroup, Stack } from '@grafana/ui';
import React from 'react';
import { CommitInput } from '../controls/CommitInput';
import { Labelled } from '../controls/Labelled';
import { NamePicker } from '../controls/NamePicker';
import type { KindEditorProps } from '../query/kinds';
import { TraceQuery } from '../types';

const MODES = [
  { value: 'waterfall' as const, label: 'Waterfall', description: 'Its spans over time' },
  { value: 'graph' as const, label: 'Graph', description: 'Its services, and who called whom' },
];
const ID_HELP = 'Hexadecimal (16 or 32 digits) or decimal, as Datadog shows it';

/** A query of one trace. */
export function TraceEditor({ query, onChange, onRunQuery }: KindEditorProps<TraceQuery>) {
  const change = (part: Partial<TraceQuery>) => {
    onChange({ ...query, ...part });
    onRunQuery();
  };
  return (
    <Stack direction="row" wrap="wrap" gap={0.5}>
      <Labelled label="Trace id" help={ID_HELP}>
        <CommitInput
          label="Trace id"
          width={48}
          placeholder="paste an id"
          value={query.traceId ?? ''}
          onCommit={(text) => change({ traceId: text.trim() })}
        />
      </Labelled>
      <Labelled label="Show">
        <RadioButtonGroup
          aria-label="What to show"
          options={MODES}
          value={query.mode ?? 'waterfall'}
          onChange={(mode) => change({ mode })}
        />
      </Labelled>
    </Stack>
  );
}

/** A query of all services and who calls whom. */
export function ServiceMapEditor({ query, datasource, onChange, onRunQuery }: KindEditorProps<TraceQuery>) {
  return (
    <Labelled label="Env" help="Empty: all environments">
      <NamePicker
        label="Env"
        width={24}
        placeholder="all"
        value={query.options?.env ?? ''}
        load={(text) => datasource.resources.envs({ query: text })}
        onChange={(env) => {
          onChange({ ...query, options: { env } });
          onRunQuery();
        }}
      />
    </Labelled>
  );
}
