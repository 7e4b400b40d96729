// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@grafana/ui';
import React, { ReactNode } from 'react';
import { choices, Field } from '../forms/fields';
import { FormFields } from '../forms/FormFields';
import { Resources } from '../resources/Resources';
import { NumericQuery } from '../types';

interface Props<Q extends NumericQuery> {
  query: Q;
  resources: Resources;
  /** Names of series do not matter to alert rules. */
  alerting: boolean;
  /** Whether the numbers of a scalar are made of series by an aggregator; otherwise they are what they are. */
  aggregated?: boolean;
  /** What else there is to choose of time series. */
  children?: ReactNode;
  onChange(query: Q): void;
  onRunQuery(): void;
}

const FORMAT: Field = {
  name: 'format',
  label: 'Type',
  kind: 'radio',
  choices: [
    { value: 'timeseries', label: 'Time series', description: 'Values over time' },
    { value: 'scalar', label: 'Scalar', description: 'One number for each series, worked out by Datadog' },
  ],
};
const LEGEND: Field = {
  name: 'legend',
  label: 'Legend',
  help:
    'Text for the name of each series. {{host}} is the value of that tag; {{metric}}, {{scope}}, {{aggr}} and ' +
    '{{expression}} are parts of the query. Empty: the values of the tags it is grouped by.',
  kind: 'text',
  placeholder: '{{host}}',
};
const AGGREGATOR: Field = {
  name: 'aggregator',
  label: 'Aggregate',
  help: 'How the values over time become one number',
  kind: 'choice',
  width: 16,
  placeholder: 'avg',
  choices: choices('avg', 'min', 'max', 'sum', 'last', 'percentile', 'mean', 'l2norm', 'area'),
};
const OF_SCALARS: Field[] = [
  {
    name: 'order',
    label: 'Order',
    kind: 'choice',
    width: 18,
    placeholder: 'highest first',
    choices: [
      { value: 'desc', label: 'highest first' },
      { value: 'asc', label: 'lowest first' },
    ],
  },
  {
    name: 'limit',
    label: 'Limit',
    help: 'Most numbers; empty or 0 for all',
    kind: 'number',
    min: 0,
    placeholder: 'all',
  },
];

/** How the answer is shown. */
export function OptionsRow<Q extends NumericQuery>(props: Props<Q>) {
  const { query, resources, alerting, aggregated = true, children, onChange, onRunQuery } = props;
  const scalar = query.format === 'scalar';
  const fields = [
    FORMAT,
    ...(alerting ? [] : [LEGEND]),
    ...(scalar && aggregated ? [AGGREGATOR] : []),
    ...(scalar ? OF_SCALARS : []),
  ];
  return (
    <Stack direction="row" wrap="wrap" gap={0.5}>
      <FormFields
        fields={fields}
        values={{ ...(query as NumericQuery) }}
        resources={resources}
        onChange={({ format, legend, aggregator, order, limit }) => {
          onChange({ ...query, ...({ format, legend, aggregator, order, limit } as Partial<NumericQuery>) });
          onRunQuery();
        }}
      />
      {!scalar && children}
    </Stack>
  );
}
