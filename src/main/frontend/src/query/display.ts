// SPDX-License-Identifier: Apache-2.0
import { EventsQuery, ListsQuery, MeasuresQuery, SavedQuery, TraceQuery } from '../types';
import { kindOf } from './kinds';

type Any = Partial<EventsQuery & ListsQuery & MeasuresQuery & TraceQuery>;

/** Modes that go without saying. */
const USUAL = ['search', 'list'];

/** Returns a query as one line, for the history and wherever its editor is folded: what it asks, and for what. */
export function displayText(query: SavedQuery): string {
  const kind = kindOf(query);
  if (!kind || kind.hasBuilder) {
    return query.query || kind?.label || query.queryType || '';
  }
  const { mode, ids = [], source = {}, options = {}, traceId, groupBy = [] } = query as unknown as Any;
  const shown = mode && !USUAL.includes(mode) ? mode : '';
  const by = groupBy.map(({ facet }) => facet).join(', ');
  const told = [shown, query.query, traceId, ...ids, ...Object.values(source), ...Object.values(options)].flat();
  const details = [...told.filter((one) => typeof one === 'string' && one !== ''), by && `by ${by}`].filter(Boolean);
  return details.length ? `${kind.label}: ${details.join(' ')}` : kind.label;
}
