// SPDX-License-Identifier: Apache-2.0

/** What there is of a product, as tables. */
export interface ListProduct {
  queryType: string;
  label: string;
  /** What its tables show. */
  description: string;
  /** An example of a search; none where there is nothing to search. */
  example?: string;
  /** The modes that show what has been chosen by id. */
  byId?: string[];
}

/** Another list is one more entry here, with its modes in `modes.ts`, and one in the backend. */
export const LISTS = [
  {
    queryType: 'monitors',
    label: 'Monitors',
    description: 'With their state, groups, or how many there are',
    example: 'status:alert tag:team:shop',
  },
  {
    queryType: 'slos',
    label: 'SLOs',
    description: 'Status and budget, history, burn rate',
    example: 'team:shop',
    byId: ['history', 'burn-rate', 'status'],
  },
  {
    queryType: 'incidents',
    label: 'Incidents',
    description: 'State, severity, how long they took',
    example: 'state:active',
  },
  { queryType: 'downtimes', label: 'Downtimes', description: 'When monitors are silenced' },
  { queryType: 'hosts', label: 'Hosts', description: 'With what they run and their load', example: 'env:prod' },
  { queryType: 'container-list', label: 'Containers', description: 'What runs where', example: 'env:prod' },
  { queryType: 'process-list', label: 'Processes', description: 'What runs where, with its command', example: 'java' },
  {
    queryType: 'synthetics',
    label: 'Synthetic tests',
    description: 'Tests, their results and uptime',
    byId: ['results', 'browser-results', 'uptime'],
  },
  { queryType: 'services', label: 'Services', description: 'The catalog, or what APM sees' },
  {
    queryType: 'error-tracking',
    label: 'Error tracking',
    description: 'Issues, by how often they happen',
    example: 'service:web',
  },
  { queryType: 'dashboards', label: 'Dashboards', description: 'Those kept in Datadog' },
  { queryType: 'notebooks', label: 'Notebooks', description: 'Those kept in Datadog', example: 'postmortem' },
  { queryType: 'usage', label: 'Usage', description: 'What is billed, by the hour' },
  { queryType: 'endpoint', label: 'Other endpoint', description: 'Any reading address of the API, as a table' },
] as const satisfies readonly ListProduct[];

export type ListName = (typeof LISTS)[number]['queryType'];
