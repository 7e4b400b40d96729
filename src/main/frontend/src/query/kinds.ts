// SPDX-License-Identifier: Apache-2.0
import { QueryEditorProps } from '@grafana/data';
import { ComponentType } from 'react';
import type { DataSource } from '../datasource';
import { EVENTS } from '../events/kinds';
import { LIST_KINDS } from '../lists/kinds';
import { MEASURE_KINDS } from '../measures/kinds';
import { METRICS } from '../metrics/kind';
import { SELF } from '../self/kind';
import { SQL } from '../sql/kind';
import { TRACE_KINDS } from '../traces/kinds';
import { SavedQuery, Settings } from '../types';

type EditorProps = QueryEditorProps<DataSource, SavedQuery, Settings>;

/** What the editor of a product is given: Grafana's properties, with the query as its own. */
export type KindEditorProps<Q extends SavedQuery = SavedQuery> = Omit<EditorProps, 'query' | 'onChange'> & {
  query: Q;
  onChange(query: Q): void;
};

/** A Datadog product that can be asked, with an editor of its own. */
export interface Kind<Q extends SavedQuery = SavedQuery> {
  queryType: string;
  label: string;
  /** What it shows, beside its label where it is chosen. */
  description: string;
  /** Those it is chosen among; a heading in newer Grafanas. */
  group: 'Metrics' | 'Events' | 'Traces' | 'Measures' | 'Lists';
  Editor: ComponentType<KindEditorProps<Q>>;
  /** Whether its text can be edited as code and as a form. */
  hasBuilder: boolean;
  /** What a new query of it begins with. */
  initial: Partial<Q>;
  /** Whether there is enough of it to be run. */
  isComplete(query: Q): boolean;
}

/** Forgets whose queries a kind takes: it is only ever given those of its queryType. */
export function kind<Q extends SavedQuery>(one: Kind<Q>): Kind {
  return one as unknown as Kind;
}

/** Another Datadog product is one more line here. */
export const KINDS: Kind[] = [
  kind(METRICS),
  ...EVENTS.map(kind),
  ...TRACE_KINDS.map(kind),
  ...MEASURE_KINDS.map(kind),
  ...LIST_KINDS.map(kind),
  kind(SQL),
  kind(SELF),
];

/** Returns the kind of a query, undefined for one that is not known here. */
export function kindOf(query: SavedQuery, kinds: Kind[] = KINDS): Kind | undefined {
  return kinds.find(({ queryType }) => queryType === (query.queryType || METRICS.queryType));
}
