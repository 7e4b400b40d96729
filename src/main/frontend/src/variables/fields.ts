// SPDX-License-Identifier: Apache-2.0
import { PRODUCTS } from '../events/products';
import { Field, Values } from '../forms/fields';
import { ANY_ENV } from '../forms/names';
import { COMMON_METRIC } from '../query/tags';
import { KINDS, VariableQuery } from './query';

const text = (value: unknown, otherwise: string) => (typeof value === 'string' && value) || otherwise;
const metric = (values: Values) => text(values.metric, COMMON_METRIC);
const product = (values: Values) => text(values.product, 'logs');

const KIND: Field = {
  name: 'kind',
  label: 'List',
  kind: 'choice',
  choices: KINDS.map(({ value, label, description }) => ({ value, label, description })),
};

/** By the names that kinds of variables have for them. */
const FIELDS: Record<string, Field> = {
  metric: {
    name: 'metric',
    label: 'Metric',
    help: `Whose tags. Left empty: ${COMMON_METRIC}`,
    kind: 'name',
    placeholder: COMMON_METRIC,
    load: (resources, query) => resources.metrics({ query, limit: 1000 }),
  },
  key: {
    name: 'key',
    label: 'Tag',
    help: 'Key of the tag whose values are listed',
    kind: 'name',
    placeholder: 'Choose, such as host',
    load: (resources, query, values) => resources.tagKeys(metric(values), { query }),
  },
  scope: {
    name: 'scope',
    label: 'Where',
    help: 'Filters that the values have to fit, such as env:$env. This chains variables',
    kind: 'text',
    placeholder: 'env:$env',
  },
  product: {
    name: 'product',
    label: 'Product',
    kind: 'choice',
    placeholder: 'Logs',
    choices: PRODUCTS.map(({ queryType, label }) => ({ value: queryType, label })),
  },
  facet: {
    name: 'key',
    label: 'Facet',
    help: 'The facet whose values are listed',
    kind: 'name',
    placeholder: 'Choose, such as service',
    load: (resources, query, values) => resources.facets(product(values), { query }),
  },
  env: ANY_ENV,
  filter: {
    name: 'filter',
    label: 'Name has',
    help: 'Part of the name; a variable may stand here',
    kind: 'text',
    placeholder: 'everything',
  },
};

/** Returns what is to be told of a variable: what it lists, and what that depends on. */
export function fieldsOf({ kind }: VariableQuery): Field[] {
  const names = KINDS.find(({ value }) => value === kind)?.fields ?? [];
  return [KIND, ...names.flatMap((name) => FIELDS[name] ?? [])];
}
