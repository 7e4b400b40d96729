// SPDX-License-Identifier: Apache-2.0
import { choices, Field, Load, noNames } from '../forms/fields';

const services: Load = (resources, text, { env }) =>
  resources.services(typeof env === 'string' ? env : '', { query: text });
const spanFacets: Load = (resources, text) => resources.facets('spans', { query: text });

export const SERVICE: Field = { name: 'service', label: 'Service', kind: 'name', placeholder: 'web', load: services };
export const OPERATION: Field = {
  name: 'operationName',
  label: 'Operation',
  kind: 'name',
  placeholder: 'http.request',
  load: (resources, text) => resources.facetValues('spans', 'operation_name', { query: text }),
};
export const RESOURCE: Field = {
  name: 'resourceName',
  label: 'Resource',
  kind: 'name',
  placeholder: 'GET /',
  load: (resources, text) => resources.facetValues('spans', 'resource_name', { query: text }),
};
export const GROUP_BY: Field = {
  name: 'groupBy',
  label: 'Group by',
  kind: 'names',
  width: 40,
  placeholder: 'resource_name',
  load: spanFacets,
};
export const LATENCIES = [
  'latency_avg',
  'latency_max',
  'latency_p50',
  'latency_p75',
  'latency_p90',
  'latency_p95',
  'latency_p99',
];

export function stat(...values: string[]): Field {
  return { name: 'stat', label: 'Measure', kind: 'choice', placeholder: 'choose', choices: choices(...values) };
}

export function processFields(example: string): Field[] {
  return [
    { name: 'metric', label: 'Metric', kind: 'text', width: 44, placeholder: example },
    {
      name: 'tagFilters',
      label: 'Tags',
      help: 'All of them have to fit: key:value',
      kind: 'names',
      placeholder: 'env:prod',
      load: noNames,
    },
    { name: 'textFilter', label: 'Text', help: 'Part of the command or name', kind: 'text' },
    { name: 'limit', label: 'Series', help: 'Most series', kind: 'number', min: 1, max: 10_000, placeholder: '10' },
    { name: 'sort', label: 'Order', kind: 'choice', width: 12, placeholder: 'desc', choices: choices('desc', 'asc') },
  ];
}
