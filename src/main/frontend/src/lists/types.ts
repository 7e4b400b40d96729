// SPDX-License-Identifier: Apache-2.0
import { choices, Field } from '../forms/fields';
import { ENV } from '../forms/names';
import { SLO_IDS, TEST_IDS } from './fields';

/** A way to look at a product. */
export interface ListMode {
  value: string;
  label: string;
  /** Beside the search and the limit. */
  fields?: Field[];
  /** Whether things have to be chosen by id. */
  ids?: Field;
}

/** What there is of a product, as tables. */
export interface ListType {
  queryType: string;
  label: string;
  /** What its tables show. */
  description: string;
  /** An example of a search; none where there is nothing to search. */
  example?: string;
  modes: [ListMode, ...ListMode[]];
}

const FAMILY: Field = { name: 'family', label: 'Of', kind: 'text', width: 20, placeholder: 'logs' };
const LIST: [ListMode] = [{ value: 'list', label: 'List' }];
/** Another list is one more entry here, and one in the backend. */
export const LISTS: [ListType, ...ListType[]] = [
  {
    queryType: 'monitors',
    label: 'Monitors',
    description: 'With their state, groups, or how many there are',
    example: 'status:alert tag:team:shop',
    modes: [
      { value: 'list', label: 'List' },
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
  },
  {
    queryType: 'slos',
    label: 'SLOs',
    description: 'Status and budget, history, burn rate',
    example: 'team:shop',
    modes: [
      { value: 'list', label: 'List' },
      { value: 'history', label: 'History', ids: SLO_IDS },
      { value: 'burn-rate', label: 'Burn rate', ids: SLO_IDS },
      { value: 'status', label: 'Status', ids: SLO_IDS },
    ],
  },
  {
    queryType: 'incidents',
    label: 'Incidents',
    description: 'State, severity, how long they took',
    example: 'state:active',
    modes: LIST,
  },
  { queryType: 'downtimes', label: 'Downtimes', description: 'When monitors are silenced', modes: LIST },
  {
    queryType: 'hosts',
    label: 'Hosts',
    description: 'With what they run and their load',
    example: 'env:prod',
    modes: LIST,
  },
  {
    queryType: 'container-list',
    label: 'Containers',
    description: 'What runs where',
    example: 'env:prod',
    modes: [
      ...LIST,
      {
        value: 'groups',
        label: 'Groups',
        fields: [{ name: 'by', label: 'By', kind: 'text', width: 20, placeholder: 'short_image' }],
      },
    ],
  },
  {
    queryType: 'process-list',
    label: 'Processes',
    description: 'What runs where, with its command',
    example: 'java',
    modes: LIST,
  },
  {
    queryType: 'synthetics',
    label: 'Synthetic tests',
    description: 'Tests, their results and uptime',
    modes: [
      { value: 'tests', label: 'Tests' },
      { value: 'results', label: 'Results', ids: TEST_IDS },
      { value: 'browser-results', label: 'Browser results', ids: TEST_IDS },
      { value: 'uptime', label: 'Uptime', ids: TEST_IDS },
    ],
  },
  {
    queryType: 'services',
    label: 'Services',
    description: 'The catalog, or what APM sees',
    modes: [
      { value: 'definitions', label: 'Catalog' },
      {
        value: 'entities',
        label: 'Entities',
        fields: [{ name: 'kind', label: 'Kind', kind: 'text', width: 20, placeholder: 'service' }],
      },
      { value: 'apm', label: 'APM', fields: [ENV] },
    ],
  },
  {
    queryType: 'error-tracking',
    label: 'Error tracking',
    description: 'Issues, by how often they happen',
    example: 'service:web',
    modes: [
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
  },
  { queryType: 'dashboards', label: 'Dashboards', description: 'Those kept in Datadog', modes: LIST },
  {
    queryType: 'notebooks',
    label: 'Notebooks',
    description: 'Those kept in Datadog',
    example: 'postmortem',
    modes: LIST,
  },
  {
    queryType: 'usage',
    label: 'Usage',
    description: 'What is billed, by the hour',
    modes: [
      { value: 'hourly', label: 'Hourly', fields: [FAMILY] },
      { value: 'series', label: 'Over time', fields: [FAMILY] },
    ],
  },
  {
    queryType: 'endpoint',
    label: 'Other endpoint',
    description: 'Any reading address of the API, as a table',
    modes: [
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
  },
];

/** Returns the mode of a query: the first where none is saved or it is not known here. */
export function modeOf(type: ListType, saved: string | undefined): ListMode {
  return type.modes.find(({ value }) => value === saved) ?? type.modes[0];
}
