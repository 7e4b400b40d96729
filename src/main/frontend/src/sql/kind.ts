// SPDX-License-Identifier: Apache-2.0
import { lazily } from '../controls/lazily';
import type { Kind } from '../query/kinds';
import { SqlQuery } from '../types';

const SqlEditor = lazily(
  () => import(/* webpackChunkName: "products" */ './SqlEditor').then((module) => module.SqlEditor),
  80
);

/** Datadog's SQL over what it knows of hosts, services and the like. */
export const SQL: Kind<SqlQuery> = {
  queryType: 'ddsql',
  label: 'SQL (DDSQL)',
  description: 'Tables of hosts, services and the like, by SQL',
  group: 'Lists',
  Editor: SqlEditor,
  hasBuilder: false,
  initial: { query: '' },
  isComplete: ({ query }) => Boolean(query?.trim()),
};
