// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@grafana/ui';
import React from 'react';
import { FormFields } from '../forms/FormFields';
import { Field } from '../forms/fields';
import { CodeField } from '../language/CodeField';
import type { KindEditorProps } from '../query/kinds';
import { SqlQuery } from '../types';

const LIMIT: Field = {
  name: 'limit',
  label: 'Limit',
  help: 'Most rows',
  kind: 'number',
  min: 1,
  max: 10_000,
  placeholder: '1000',
};

/** A query in Datadog's SQL. */
export function SqlEditor({ query, datasource, onChange, onRunQuery }: KindEditorProps<SqlQuery>) {
  return (
    <Stack direction="column" gap={1}>
      <CodeField
        language="sql"
        label="SQL query"
        placeholder="SELECT hostname, os FROM hosts LIMIT 10"
        value={query.query ?? ''}
        onChange={(text) => onChange({ ...query, query: text })}
        onRun={onRunQuery}
      />
      <Stack direction="row" gap={0.5}>
        <FormFields
          fields={[LIMIT]}
          values={{ limit: query.limit }}
          resources={datasource.resources}
          onChange={({ limit }) => {
            onChange({ ...query, limit: limit as number | undefined });
            onRunQuery();
          }}
        />
      </Stack>
    </Stack>
  );
}
