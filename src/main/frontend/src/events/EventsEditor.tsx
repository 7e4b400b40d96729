// SPDX-License-Identifier: Apache-2.0
import { CoreApp } from '@grafana/data';
import { Stack, Text } from '@grafana/ui';
import React from 'react';
import { Field } from '../forms/fields';
import { FormFields } from '../forms/FormFields';
import { KeptValues } from '../query/KeptValues';
import type { KindEditorProps } from '../query/kinds';
import { OptionsRow } from '../query/OptionsRow';
import { EventsQuery } from '../types';
import { AggregateForm } from './AggregateForm';
import { PRODUCTS } from './products';
import { SearchField } from './SearchField';
import { SearchOptions } from './SearchOptions';

const MODE: Field = {
  name: 'mode',
  label: 'Show',
  kind: 'radio',
  choices: [
    { value: 'search', label: 'List', description: 'The events themselves' },
    { value: 'aggregate', label: 'Aggregate', description: 'Numbers worked out of them' },
  ],
};

/** A query of logs, spans and other events: a search, and whether they are shown or counted. */
export function EventsEditor(props: KindEditorProps<EventsQuery>) {
  const { query, datasource, app, onChange, onRunQuery } = props;
  const { resources } = datasource;
  const product = PRODUCTS.find(({ queryType }) => queryType === query.queryType) ?? PRODUCTS[0];
  const mode = query.mode === 'aggregate' ? 'aggregate' : 'search';
  const change = (part: Partial<EventsQuery>) => {
    onChange({ ...query, ...part });
    onRunQuery();
  };
  return (
    <Stack direction="column" gap={1}>
      <SearchField
        key={product.queryType}
        product={product.queryType}
        example={product.example}
        value={query.query ?? ''}
        resources={resources}
        onChange={(text) => onChange({ ...query, query: text })}
        onRun={onRunQuery}
      />
      <KeptValues query={query} onChange={onChange} />
      <FormFields
        fields={[MODE]}
        values={{ mode }}
        resources={resources}
        onChange={({ mode: chosen }) => change({ mode: chosen as EventsQuery['mode'] })}
      />
      {mode === 'search' && app === CoreApp.UnifiedAlerting && (
        <Text color="secondary">Alert rules need numbers: choose Aggregate.</Text>
      )}
      {mode === 'search' ? (
        <SearchOptions product={product} query={query} resources={resources} onChange={change} />
      ) : (
        <>
          <AggregateForm
            query={query}
            loadFacets={(text) => resources.facets(product.queryType, { query: text })}
            onChange={change}
          />
          <OptionsRow
            query={query}
            resources={datasource.resources}
            alerting={app === CoreApp.UnifiedAlerting}
            aggregated={false}
            onChange={onChange}
            onRunQuery={onRunQuery}
          />
        </>
      )}
    </Stack>
  );
}
