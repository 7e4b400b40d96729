// SPDX-License-Identifier: Apache-2.0
import { choices, Field } from '../forms/fields';
import { ENV } from '../forms/names';
import { ListName } from './products';

/** A way to look at a product. */
export interface ListMode {
  value: string;
  label: string;
  /** Beside the search and the limit. */
  fields?: Field[];
}

const FAMILY: Field = { name: 'family', label: 'Of', kind: 'text', width: 20, placeholder: 'logs' };
const LIST: ListMode = { value: 'list', label: 'List' };

/** How each product can be looked at; the first where nothing is saved. */
export const MODES: Record<ListName, [ListMode, ...ListMode[]]> = {
  monitors: [
    LIST,
    { value: 'groups', label: 'Groups' },
    {
      value: 'counts',
      label: 'Counts',
      fields: [
        {
          name: 'by',
          label: 'By',
          kind: 'choice',
          width: 14,
          placeholder: 'status',
          choices: choices('status', 'type', 'tag', 'muted'),
        },
      ],
    },
  ],
  slos: [
    LIST,
    { value: 'history', label: 'History' },
    { value: 'burn-rate', label: 'Burn rate' },
    { value: 'status', label: 'Status' },
  ],
  incidents: [LIST],
  downtimes: [LIST],
  hosts: [LIST],
  'container-list': [
    LIST,
    {
      value: 'groups',
      label: 'Groups',
      fields: [{ name: 'by', label: 'By', kind: 'text', width: 20, placeholder: 'short_image' }],
    },
  ],
  'process-list': [LIST],
  synthetics: [
    { value: 'tests', label: 'Tests' },
    { value: 'results', label: 'Results' },
    { value: 'browser-results', label: 'Browser results' },
    { value: 'uptime', label: 'Uptime' },
  ],
  services: [
    { value: 'definitions', label: 'Catalog' },
    {
      value: 'entities',
      label: 'Entities',
      fields: [{ name: 'kind', label: 'Kind', kind: 'text', width: 20, placeholder: 'service' }],
    },
    { value: 'apm', label: 'APM', fields: [ENV] },
  ],
  'error-tracking': [
    {
      value: 'issues',
      label: 'Issues',
      fields: [
        {
          name: 'track',
          label: 'Of',
          kind: 'choice',
          width: 14,
          placeholder: 'trace',
          choices: choices('trace', 'logs', 'rum'),
        },
      ],
    },
  ],
  dashboards: [LIST],
  notebooks: [LIST],
  usage: [
    { value: 'hourly', label: 'Hourly', fields: [FAMILY] },
    { value: 'series', label: 'Over time', fields: [FAMILY] },
  ],
  endpoint: [
    {
      value: 'table',
      label: 'Table',
      fields: [
        {
          name: 'path',
          label: 'Path',
          help: 'One of the read endpoints of Datadog’s API that can be shown as a table',
          kind: 'name',
          width: 50,
          placeholder: '/api/v2/teams',
          load: (resources, text) => resources.endpoints({ query: text }),
        },
      ],
    },
  ],
};

const IDS = { name: 'ids', kind: 'names', width: 44, placeholder: 'choose, or paste ids' } as const;

/** What is chosen by id, of products that have such modes. */
export const THINGS: Partial<Record<ListName, Field>> = {
  slos: { ...IDS, label: 'SLOs', load: (resources, text) => resources.slos({ query: text }) },
  synthetics: { ...IDS, label: 'Tests', load: (resources, text) => resources.syntheticTests({ query: text }) },
};
