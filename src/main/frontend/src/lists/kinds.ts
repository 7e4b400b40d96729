// SPDX-License-Identifier: Apache-2.0
import { lazily } from '../controls/lazily';
import type { Kind } from '../query/kinds';
import { ListsQuery } from '../types';
import { LISTS, ListType, modeOf } from './types';

const ListsEditor = lazily(
  () => import(/* webpackChunkName: "products" */ './ListsEditor').then((module) => module.ListsEditor),
  36
);

/** Monitors, SLOs, hosts and whatever else there is, as tables. */
export const LIST_KINDS: Array<Kind<ListsQuery>> = LISTS.map((type) => ({
  queryType: type.queryType,
  label: type.label,
  description: type.description,
  group: 'Lists',
  Editor: ListsEditor,
  hasBuilder: false,
  initial: { query: '', mode: type.modes[0].value },
  isComplete: (query) => isComplete(type, query),
}));

function isComplete(type: ListType, { mode, ids, options }: ListsQuery): boolean {
  const needsPath = type.queryType === 'endpoint';
  return (!modeOf(type, mode).ids || Boolean(ids?.length)) && (!needsPath || Boolean(options?.path));
}
