// SPDX-License-Identifier: Apache-2.0
import { EventProduct, isEventProduct, PRODUCTS } from '../events/products';
import { choices, Field } from '../forms/fields';
import { ListProduct, LISTS } from '../lists/products';

/** Lists that tell when something happened. */
const TOLD = ['monitors', 'incidents', 'downtimes'];

const SOURCES: Array<EventProduct | ListProduct> = [
  ...PRODUCTS,
  ...LISTS.filter(({ queryType }) => TOLD.includes(queryType)),
];

/** What may be shown over graphs, events first. */
const KIND: Field = {
  name: 'queryType',
  label: 'Show',
  kind: 'choice',
  choices: SOURCES.map(({ queryType, label, description }) => ({ value: queryType, label, description })),
};

const TAGS: Field = {
  name: 'tags',
  label: 'Tags',
  help: 'All of them, separated by commas: env:prod, team:shop',
  kind: 'text',
  placeholder: 'any',
};

const OF_EVENTS: Field[] = [
  {
    name: 'sources',
    label: 'Sources',
    help: 'Any of them, separated by commas: github, chef',
    kind: 'text',
    placeholder: 'all',
  },
  { name: 'priority', label: 'Priority', kind: 'choice', placeholder: 'all', choices: choices('all', 'normal', 'low') },
];

/** Returns whether a query type can be shown over graphs. */
export function isShowable(queryType: string | undefined): boolean {
  return SOURCES.some((source) => source.queryType === queryType);
}

/** Returns what is to be told of an annotation of a query type. */
export function fieldsOf(queryType: string): Field[] {
  const example = SOURCES.find((source) => source.queryType === queryType)?.example;
  const search: Field = {
    name: 'query',
    label: 'Search',
    help: "In the product's own language of searches. Variables may stand in it. Empty: everything",
    kind: 'text',
    placeholder: example ?? 'everything',
  };
  return [KIND, search, ...(queryType === 'events' ? OF_EVENTS : []), ...(isEventProduct(queryType) ? [TAGS] : [])];
}
