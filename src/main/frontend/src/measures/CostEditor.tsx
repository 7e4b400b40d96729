// SPDX-License-Identifier: Apache-2.0
import { CoreApp } from '@grafana/data';
import { Stack } from '@grafana/ui';
import React from 'react';
import { MetricField } from '../metrics/MetricField';
import { KeptValues } from '../query/KeptValues';
import type { KindEditorProps } from '../query/kinds';
import { OptionsRow } from '../query/OptionsRow';
import { MeasuresQuery } from '../types';

/** What the cloud costs: one query in the language of metrics. */
export function CostEditor({ query, datasource, app, onChange, onRunQuery }: KindEditorProps<MeasuresQuery>) {
  return (
    <Stack direction="column" gap={1}>
      <MetricField
        value={query.query ?? ''}
        resources={datasource.resources}
        refIds={[]}
        onChange={(text) => onChange({ ...query, query: text })}
        onRun={onRunQuery}
      />
      <KeptValues query={query} onChange={onChange} />
      <OptionsRow
        query={query}
        resources={datasource.resources}
        alerting={app === CoreApp.UnifiedAlerting}
        onChange={onChange}
        onRunQuery={onRunQuery}
      />
    </Stack>
  );
}
