// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@grafana/ui';
import React from 'react';
import { Field } from '../forms/fields';
import { FormFields } from '../forms/FormFields';
import { ANY_ENV } from '../forms/names';
import type { KindEditorProps } from '../query/kinds';
import { TraceQuery } from '../types';

const OF_A_TRACE: Field[] = [
  {
    name: 'traceId',
    label: 'Trace id',
    help: 'Hexadecimal (16 or 32 digits) or decimal, as Datadog shows it',
    kind: 'text',
    width: 48,
    placeholder: 'paste an id',
  },
  {
    name: 'mode',
    label: 'Show',
    kind: 'radio',
    choices: [
      { value: 'waterfall', label: 'Waterfall', description: 'Its spans over time' },
      { value: 'graph', label: 'Graph', description: 'Its services, and who called whom' },
    ],
  },
];

/** A query of one trace. */
export function TraceEditor({ query, datasource, onChange, onRunQuery }: KindEditorProps<TraceQuery>) {
  const change = ({ traceId = '', mode }: Record<string, unknown>) => {
    onChange({ ...query, traceId: String(traceId).trim(), mode: mode as TraceQuery['mode'] });
    onRunQuery();
  };
  return (
    <Stack direction="row" wrap="wrap" gap={0.5}>
      <FormFields fields={OF_A_TRACE} values={{ ...query }} resources={datasource.resources} onChange={change} />
    </Stack>
  );
}

/** A query of all services and who calls whom. */
export function ServiceMapEditor({ query, datasource, onChange, onRunQuery }: KindEditorProps<TraceQuery>) {
  return (
    <FormFields
      fields={[ANY_ENV]}
      values={query.options ?? {}}
      resources={datasource.resources}
      onChange={(options) => {
        onChange({ ...query, options: options as Record<string, string> });
        onRunQuery();
      }}
    />
  );
}
