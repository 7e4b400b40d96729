// SPDX-License-Identifier: Apache-2.0
import type { Kind } from '../query/kinds';
import { EventsQuery } from '../types';
import { computesOf, isWhole } from './computes';
import { EventsEditor } from './EventsEditor';
import { PRODUCTS } from './products';

/** Logs, spans, RUM and the others that are searched for events; an empty search finds all. */
export const EVENTS: Array<Kind<EventsQuery>> = PRODUCTS.map(({ queryType, label, description }) => ({
  queryType,
  label,
  description,
  group: 'Events',
  Editor: EventsEditor,
  hasBuilder: false,
  initial: { query: '', mode: 'search', format: 'timeseries' },
  isComplete: (query) => query.mode !== 'aggregate' || computesOf(query).every(isWhole),
}));
