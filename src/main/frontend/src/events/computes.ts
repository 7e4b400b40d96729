// SPDX-License-Identifier: Apache-2.0
import { Compute, EventsQuery, Grouping } from '../types';

/** What can be worked out of a facet; `count` needs none. */
export const AGGREGATIONS = [
  { value: 'count', label: 'count' },
  { value: 'cardinality', label: 'unique values' },
  { value: 'avg', label: 'avg' },
  { value: 'sum', label: 'sum' },
  { value: 'min', label: 'min' },
  { value: 'max', label: 'max' },
  { value: 'median', label: 'median' },
  ...[75, 90, 95, 98, 99].map((percent) => ({ value: `pc${percent}`, label: `p${percent}` })),
];

export const COUNT: Compute = { aggregation: 'count' };

/** Datadog's own limit of values of a facet, where none is told. */
export const USUAL_LIMIT = 10;

export function computesOf({ compute }: EventsQuery): Compute[] {
  return compute?.length ? compute : [COUNT];
}

/** Returns the compute with another function: a count has no facet. */
export function withAggregation(compute: Compute, aggregation: string): Compute {
  return aggregation === 'count' ? { aggregation } : { ...compute, aggregation };
}

/** Returns whether a compute can be asked: all but counts need a facet. */
export function isWhole({ aggregation, metric }: Compute): boolean {
  return aggregation === 'count' || Boolean(metric?.trim());
}

/** Returns the groups that name a facet; one that is just being added does not count. */
export function wholeGroups(groups: Grouping[] | undefined): Grouping[] {
  return (groups ?? []).filter(({ facet }) => facet.trim() !== '');
}
