// SPDX-License-Identifier: Apache-2.0
import { lazily } from '../controls/lazily';
import type { Kind } from '../query/kinds';
import { ListsQuery } from '../types';
import { ListProduct, LISTS } from './products';

const ListsEditor = lazily(
  () => import(/* webpackChunkName: "products" */ './ListsEditor').then((module) => module.ListsEditor),
  36
);

/** Monitors, SLOs, hosts and whatever else there is, as tables. */
export const LIST_KINDS: Array<Kind<ListsQuery>> = LISTS.map((product: ListProduct) => ({
  queryType: product.queryType,
  label: product.label,
  description: product.description,
  group: 'Lists',
  Editor: ListsEditor,
  hasBuilder: false,
  initial: { query: '' },
  isComplete: (query) => isComplete(product, query),
}));

function isComplete({ queryType, byId = [] }: ListProduct, { mode = '', ids, options }: ListsQuery): boolean {
  const needsPath = queryType === 'endpoint';
  return (!byId.includes(mode) || Boolean(ids?.length)) && (!needsPath || Boolean(options?.path));
}
