// SPDX-License-Identifier: Apache-2.0
import { CoreApp } from '@grafana/data';
import { Stack } from '@grafana/ui';
import React from 'react';
import { FormFields } from '../forms/FormFields';
import { KeptValues } from '../query/KeptValues';
import type { KindEditorProps } from '../query/kinds';
import { OptionsRow } from '../query/OptionsRow';
import { MeasuresQuery } from '../types';
import { FORMS } from './forms';
import { MEASURES } from './products';

/** A query of what APM, SLOs, processes or containers measure. Formulas of metric queries may name it by its letter. */
export function MeasuresEditor({ query, datasource, app, onChange, onRunQuery }: KindEditorProps<MeasuresQuery>) {
  const { queryType } = MEASURES.find((one) => one.queryType === query.queryType) ?? MEASURES[0];
  const { fields, aggregated = false } = FORMS[queryType];
  return (
    <Stack direction="column" gap={1}>
      <Stack direction="row" wrap="wrap" gap={0.5}>
        <FormFields
          fields={fields}
          values={query.source ?? {}}
          resources={datasource.resources}
          onChange={(source) => {
            onChange({ ...query, source });
            onRunQuery();
          }}
        />
      </Stack>
      <KeptValues query={query} onChange={onChange} />
      <OptionsRow
        query={query}
        resources={datasource.resources}
        alerting={app === CoreApp.UnifiedAlerting}
        aggregated={aggregated}
        onChange={onChange}
        onRunQuery={onRunQuery}
      />
    </Stack>
  );
}
