// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@grafana/ui';
import React from 'react';
import { FormFields } from '../forms/FormFields';
import { Field, Load } from '../forms/fields';
import { Resources } from '../resources/Resources';
import { EventsQuery } from '../types';
import { EventProduct } from './products';

interface Props {
  product: EventProduct;
  query: EventsQuery;
  resources: Resources;
  onChange(part: Partial<EventsQuery>): void;
}

export const MOST = 10_000;

/** How many of the events that are found are shown, in which order, and with what. */
export function SearchOptions({ product, query, resources, onChange }: Props) {
  return (
    <Stack direction="row" wrap="wrap" gap={0.5}>
      <FormFields
        fields={fieldsOf(product)}
        values={{ ...query }}
        resources={resources}
        onChange={({ limit, sort, columns, storage, indexes }) =>
          onChange({ limit, sort, columns, storage, indexes } as Partial<EventsQuery>)
        }
      />
    </Stack>
  );
}

function fieldsOf({ queryType, things, indexed }: EventProduct): Field[] {
  const facets: Load = (resources, text) => resources.facets(queryType, { query: text });
  const all: Field[] = [
    {
      name: 'limit',
      label: 'Limit',
      help: `Most ${things}, up to 10,000. Each thousand is a call to Datadog`,
      kind: 'number',
      min: 1,
      max: MOST,
      placeholder: '100',
    },
    {
      name: 'sort',
      label: 'Order',
      kind: 'choice',
      placeholder: 'newest first',
      choices: [
        { value: 'desc', label: 'newest first' },
        { value: 'asc', label: 'oldest first' },
      ],
    },
  ];
  if (!indexed) {
    return [
      ...all,
      {
        name: 'columns',
        label: 'Columns',
        help: 'Attributes to show beside the usual ones',
        kind: 'names',
        width: 40,
        placeholder: '@http.status_code',
        load: facets,
      },
    ];
  }
  return [
    ...all,
    {
      name: 'indexes',
      label: 'Indexes',
      kind: 'names',
      placeholder: 'all',
      load: (resources, text) => resources.logIndexes({ query: text }),
    },
    {
      name: 'storage',
      label: 'Storage',
      kind: 'choice',
      placeholder: 'indexes',
      choices: [
        { value: 'indexes', label: 'indexes' },
        { value: 'online-archives', label: 'online archives' },
        { value: 'flex', label: 'flex' },
      ],
    },
  ];
}
