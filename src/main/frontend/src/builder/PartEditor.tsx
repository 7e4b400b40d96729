// SPDX-License-Identifier: Apache-2.0
import { Button, IconButton, Text } from '@grafana/ui';
import React from 'react';
import { Choice } from '../controls/Choice';
import { NamePicker } from '../controls/NamePicker';
import { NamesPicker } from '../controls/NamesPicker';
import { Row } from '../controls/Row';
import { Resources } from '../resources/Resources';
import { FilterEditor } from './FilterEditor';
import { Part, ROLLUP, rollupOf, TagFilter, withRollup } from './model';
import { RollupEditor } from './RollupEditor';
import { Steps } from './Steps';

interface Props {
  part: Part;
  /** Whether its letter is shown: a formula needs it. */
  named: boolean;
  resources: Resources;
  onChange(part: Part): void;
  onRemove?(): void;
}

const AGGREGATORS = ['avg', 'sum', 'min', 'max', 'count', 'p50', 'p75', 'p90', 'p95', 'p99'].map((value) => ({
  value,
  label: value,
}));

/** A metric that is a variable has tags that nobody knows. */
const NO_NAMES = Promise.resolve({ names: [], complete: true });

/** One metric of the form. */
export function PartEditor({ part, named, resources, onChange, onRemove }: Props) {
  const change = (changed: Partial<Part>) => onChange({ ...part, ...changed });
  const known = part.metric !== '' && !part.metric.includes('$');

  return (
    <>
      <Row
        label={named ? `Metric ${part.name}` : 'Metric'}
        help="What is measured, and how the series of a group become one"
      >
        <Choice
          label="Aggregate by"
          width={12}
          createCustomValue
          options={AGGREGATORS}
          value={part.aggregator}
          placeholder="default"
          onChange={(aggregator) => change({ aggregator })}
        />
        <NamePicker
          label="Metric"
          width={48}
          value={part.metric}
          placeholder="Choose a metric"
          load={(text) => resources.metrics({ query: text, limit: 1000 })}
          onChange={(metric) => change({ metric })}
        />
        {onRemove && <IconButton name="trash-alt" tooltip={`Remove query ${part.name}`} onClick={onRemove} />}
      </Row>
      <Row
        label="From"
        help="Only series that have these tags; all of them apply. In a value, * stands for any letters. Is set: a tag without a value, or a variable that stands for a whole filter"
      >
        {part.filters.map((filter, index) => (
          <FilterEditor
            key={index}
            filter={filter}
            disabled={!known}
            loadKeys={(query) => resources.tagKeys(part.metric, { query })}
            loadValues={(query) => resources.tagValues(part.metric, filter.key, { query })}
            onChange={(changed) => change({ filters: part.filters.map((one, at) => (at === index ? changed : one)) })}
            onRemove={() => change({ filters: without(part.filters, index) })}
          />
        ))}
        {part.filters.length === 0 && <Text color="secondary">everything</Text>}
        <Button
          size="sm"
          variant="secondary"
          icon="plus"
          aria-label="Add a filter"
          onClick={() => change({ filters: [...part.filters, { key: '', operator: '=', values: [] }] })}
        />
      </Row>
      <Row label="Group by" help="One series for each value of these tags; one for all when empty">
        <NamesPicker
          label="Group by"
          width={48}
          placeholder="one series"
          disabled={!known && part.groupBy.length === 0}
          values={part.groupBy}
          load={(query) => (known ? resources.tagKeys(part.metric, { query }) : NO_NAMES)}
          onChange={(groupBy) => change({ groupBy })}
        />
      </Row>
      <Row
        label="Functions"
        help="Applied from left to right: modifiers such as as_rate to the query, then functions such as top round it"
      >
        <RollupEditor args={rollupOf(part)} onChange={(args) => onChange(withRollup(part, args))} />
        <Steps
          kind="modifier"
          steps={part.modifiers}
          hidden={ROLLUP}
          resources={resources}
          onChange={(modifiers) => change({ modifiers })}
        />
        <Steps
          kind="function"
          steps={part.functions}
          resources={resources}
          onChange={(functions) => change({ functions })}
        />
      </Row>
    </>
  );
}

function without(filters: TagFilter[], index: number): TagFilter[] {
  return filters.filter((_, at) => at !== index);
}
