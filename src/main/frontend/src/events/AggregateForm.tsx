// SPDX-License-Identifier: Apache-2.0
import { Button, IconButton, Stack } from '@grafana/ui';
import React from 'react';
import { Choice } from '../controls/Choice';
import { CommitInput } from '../controls/CommitInput';
import { NamePicker } from '../controls/NamePicker';
import { Row } from '../controls/Row';
import { Names } from '../resources/types';
import { Compute, EventsQuery, Grouping } from '../types';
import { AGGREGATIONS, computesOf, COUNT, USUAL_LIMIT, withAggregation } from './computes';

interface Props {
  query: EventsQuery;
  loadFacets(text: string): Promise<Names>;
  onChange(part: Partial<EventsQuery>): void;
}

/** What is worked out of the events that are found, and by which facets. */
export function AggregateForm({ query, loadFacets, onChange }: Props) {
  const computes = computesOf(query);
  const groups = query.groupBy ?? [];
  return (
    <>
      <Row label="Compute" help="Each is a series, or a number, of every group">
        {computes.map((compute, index) => (
          <ComputeEditor
            key={index}
            compute={compute}
            loadFacets={loadFacets}
            onChange={(changed) => onChange({ compute: replaced(computes, index, changed) })}
            onRemove={computes.length > 1 ? () => onChange({ compute: without(computes, index) }) : undefined}
          />
        ))}
        <Button
          size="sm"
          variant="secondary"
          icon="plus"
          aria-label="Add something to show"
          onClick={() => onChange({ compute: [...computes, COUNT] })}
        />
      </Row>
      <Row label="Group by" help="Facets whose values are told apart, the most frequent first">
        {groups.map((group, index) => (
          <GroupEditor
            key={index}
            group={group}
            loadFacets={loadFacets}
            onChange={(changed) => onChange({ groupBy: replaced(groups, index, changed) })}
            onRemove={() => onChange({ groupBy: without(groups, index) })}
          />
        ))}
        <Button
          size="sm"
          variant="secondary"
          icon="plus"
          aria-label="Add a facet to group by"
          onClick={() => onChange({ groupBy: [...groups, { facet: '' }] })}
        />
      </Row>
    </>
  );
}

interface ComputeProps {
  compute: Compute;
  loadFacets(text: string): Promise<Names>;
  onChange(compute: Compute): void;
  onRemove?(): void;
}

function ComputeEditor({ compute, loadFacets, onChange, onRemove }: ComputeProps) {
  return (
    <Stack direction="row" gap={0} wrap="wrap" alignItems="center">
      <Choice
        label="Aggregation"
        width={18}
        options={AGGREGATIONS}
        value={compute.aggregation}
        onChange={(aggregation) => onChange(withAggregation(compute, aggregation))}
      />
      {compute.aggregation !== 'count' && (
        <NamePicker
          label="Facet to aggregate"
          width={26}
          placeholder="@duration"
          value={compute.metric ?? ''}
          invalid={!compute.metric}
          load={loadFacets}
          onChange={(metric) => onChange({ ...compute, metric })}
        />
      )}
      {onRemove && <IconButton name="times" tooltip={`Remove ${compute.aggregation}`} onClick={onRemove} />}
    </Stack>
  );
}

interface GroupProps {
  group: Grouping;
  loadFacets(text: string): Promise<Names>;
  onChange(group: Grouping): void;
  onRemove(): void;
}

function GroupEditor({ group, loadFacets, onChange, onRemove }: GroupProps) {
  return (
    <Stack direction="row" gap={0} wrap="wrap" alignItems="center">
      <NamePicker
        label="Facet to group by"
        width={26}
        placeholder="service"
        value={group.facet}
        autoFocus={group.facet === ''}
        load={loadFacets}
        onChange={(facet) => onChange({ ...group, facet })}
      />
      <CommitInput
        label={`Most values of ${group.facet || 'the facet'}`}
        type="number"
        min={1}
        max={1000}
        width={12}
        prefix="top"
        placeholder={String(USUAL_LIMIT)}
        value={group.limit ? String(group.limit) : ''}
        onCommit={(text) => onChange({ ...group, limit: Math.trunc(Number(text)) || undefined })}
      />
      <IconButton name="times" tooltip={`Do not group by ${group.facet || 'this'}`} onClick={onRemove} />
    </Stack>
  );
}

function replaced<T>(list: T[], index: number, item: T): T[] {
  return list.map((one, at) => (at === index ? item : one));
}

function without<T>(list: T[], index: number): T[] {
  return list.filter((_, at) => at !== index);
}
