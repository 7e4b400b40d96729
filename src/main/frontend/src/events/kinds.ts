// SPDX-License-Identifier: Apache-2.0
import { lazily } from '../controls/lazily';
import type { Kind, KindEditorProps } from '../query/kinds';
import { EventsQuery } from '../types';
import { computesOf, isWhole } from './computes';
import { PRODUCTS } from './products';

const EventsEditor = lazily<KindEditorProps<EventsQuery>>(
  () => import(/* webpackChunkName: "products" */ './EventsEditor').then((module) => module.EventsEditor),
  ({ query }) => (query.mode === 'aggregate' ? 204 : 122)
);

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
