// SPDX-License-Identifier: Apache-2.0
import { SelectableValue } from '@grafana/data';
import { Combobox, InlineField, RadioButtonGroup, Stack } from '@grafana/ui';
import React, { ReactNode, useId } from 'react';
import { CommitInput } from '../controls/CommitInput';
import { Aggregator, Format, NumericQuery } from '../types';

interface Props<Q extends NumericQuery> {
  query: Q;
  /** Names of series do not matter to alert rules. */
  alerting: boolean;
  /** Whether the numbers of a scalar are made of series by an aggregator; otherwise they are what they are. */
  aggregated?: boolean;
  /** What else there is to choose of time series. */
  children?: ReactNode;
  onChange(query: Q): void;
  onRunQuery(): void;
}

const FORMATS: Array<SelectableValue<Format>> = [
  { value: 'timeseries', label: 'Time series', description: 'Values over time' },
  { value: 'scalar', label: 'Scalar', description: 'One number for each series, worked out by Datadog' },
];
const AGGREGATOR_NAMES: Aggregator[] = ['avg', 'min', 'max', 'sum', 'last', 'percentile', 'mean', 'l2norm', 'area'];
const AGGREGATORS = AGGREGATOR_NAMES.map((value) => ({ value, label: value }));
const ORDERS = [
  { value: 'desc' as const, label: 'highest first' },
  { value: 'asc' as const, label: 'lowest first' },
];
const LEGEND_HELP =
  'Text for the name of each series. {{host}} is the value of that tag; {{metric}}, {{scope}}, {{aggr}} and ' +
  '{{expression}} are parts of the query. Empty: the values of the tags it is grouped by.';

/** How the answer is shown. */
export function OptionsRow<Q extends NumericQuery>(props: Props<Q>) {
  const { query, alerting, aggregated = true, children, onChange, onRunQuery } = props;
  const ids = { legend: useId(), aggregator: useId(), order: useId(), limit: useId() };
  const change = (part: Partial<NumericQuery>) => {
    onChange({ ...query, ...part });
    onRunQuery();
  };
  const scalar = query.format === 'scalar';

  return (
    <Stack direction="row" wrap="wrap" gap={0.5}>
      <InlineField label="Type">
        <RadioButtonGroup<Format>
          aria-label="Type"
          options={FORMATS}
          value={query.format ?? 'timeseries'}
          onChange={(format) => change({ format })}
        />
      </InlineField>
      {!alerting && (
        <InlineField label="Legend" tooltip={LEGEND_HELP}>
          <CommitInput
            id={ids.legend}
            width={24}
            placeholder="{{host}}"
            value={query.legend ?? ''}
            onCommit={(legend) => change({ legend })}
          />
        </InlineField>
      )}
      {scalar ? (
        <>
          {aggregated && (
            <InlineField label="Aggregate" tooltip="How the values over time become one number">
              <Combobox<Aggregator>
                id={ids.aggregator}
                width={16}
                options={AGGREGATORS}
                value={query.aggregator ?? 'avg'}
                onChange={({ value }) => change({ aggregator: value })}
              />
            </InlineField>
          )}
          <InlineField label="Order">
            <Combobox<'asc' | 'desc'>
              id={ids.order}
              width={18}
              options={ORDERS}
              value={query.order ?? 'desc'}
              onChange={({ value }) => change({ order: value })}
            />
          </InlineField>
          <InlineField label="Limit" tooltip="Most numbers; empty or 0 for all">
            <CommitInput
              id={ids.limit}
              type="number"
              min={0}
              width={10}
              placeholder="all"
              value={query.limit ? String(query.limit) : ''}
              onCommit={(text) => change({ limit: Math.max(0, Math.trunc(Number(text) || 0)) })}
            />
          </InlineField>
        </>
      ) : (
        children
      )}
    </Stack>
  );
}
