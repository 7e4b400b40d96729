// SPDX-License-Identifier: Apache-2.0
import { CoreApp } from '@grafana/data';
import { Stack } from '@grafana/ui';
import React from 'react';
import { Builder } from '../builder/Builder';
import { KeptValues } from '../query/KeptValues';
import type { KindEditorProps } from '../query/kinds';
import { MetricsQuery } from '../types';
import { OptionsRow } from '../query/OptionsRow';
import { MetricField } from './MetricField';
import { AUTO } from './rollup';
import { RollupFields } from './RollupFields';

type Props = KindEditorProps<MetricsQuery>;

/** A query of metrics: its text, as code or as a form, and how the answer is shown. */
export function MetricsEditor({ query, datasource, queries = [], app, onChange, onRunQuery }: Props) {
  // in a panel of mixed data sources, only those of the same one can be meant
  const here = queries.filter((other) => !other.datasource?.uid || other.datasource.uid === datasource.uid);
  const others = here.map((other) => other.refId).filter((refId) => refId !== query.refId);
  const run = (text: string) => {
    onChange({ ...query, query: text });
    onRunQuery();
  };
  return (
    <Stack direction="column" gap={1}>
      {query.editor === 'code' ? (
        <MetricField
          value={query.query ?? ''}
          resources={datasource.resources}
          refIds={others}
          onChange={(text) => onChange({ ...query, query: text })}
          onRun={onRunQuery}
        />
      ) : (
        <Builder
          text={query.query ?? ''}
          resources={datasource.resources}
          onChange={run}
          onCode={() => onChange({ ...query, editor: 'code' })}
        />
      )}
      <KeptValues query={query} onChange={onChange} />
      <OptionsRow
        query={query}
        resources={datasource.resources}
        alerting={app === CoreApp.UnifiedAlerting}
        onChange={onChange}
        onRunQuery={onRunQuery}
      >
        {showsRollup(query) && (
          <RollupFields
            value={query.rollup ?? AUTO}
            onChange={(rollup) => {
              onChange({ ...query, rollup });
              onRunQuery();
            }}
          />
        )}
      </OptionsRow>
    </Stack>
  );
}

/** The form has a rollup for each metric; a second one would only puzzle, unless it has been set. */
function showsRollup({ editor, rollup = AUTO }: MetricsQuery): boolean {
  return editor === 'code' || rollup !== AUTO;
}
