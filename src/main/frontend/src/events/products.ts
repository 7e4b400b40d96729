// SPDX-License-Identifier: Apache-2.0
/** A product that is searched for events. */
export interface EventProduct {
  queryType: string;
  label: string;
  /** What it holds. */
  description: string;
  /** An example of a search. */
  example: string;
  /** What one of them is called, and many. */
  things: string;
  /** Whether they lie in indexes and storage tiers that can be chosen. */
  indexed?: boolean;
}

/** Another product is one more line here, and one in the backend. */
export const PRODUCTS: [EventProduct, ...EventProduct[]] = [
  {
    queryType: 'logs',
    label: 'Logs',
    description: 'Lines, their volume, counts and measures',
    example: 'service:web status:error',
    things: 'lines',
    indexed: true,
  },
  {
    queryType: 'spans',
    label: 'Spans',
    description: 'Spans of traces, counts and latencies',
    example: 'service:web @http.status_code:>=500',
    things: 'spans',
  },
  {
    queryType: 'rum',
    label: 'RUM',
    description: 'What browsers and apps report',
    example: '@type:error',
    things: 'events',
  },
  {
    queryType: 'events',
    label: 'Events',
    description: 'Deployments, alerts and what else is sent',
    example: 'source:deploy',
    things: 'events',
  },
  {
    queryType: 'audit',
    label: 'Audit trail',
    description: 'Who did what in Datadog',
    example: '@evt.name:Dashboard',
    things: 'events',
  },
  {
    queryType: 'ci-pipelines',
    label: 'CI pipelines',
    description: 'Pipelines, stages and jobs',
    example: '@ci.status:error',
    things: 'events',
  },
  {
    queryType: 'ci-tests',
    label: 'CI tests',
    description: 'Runs of tests',
    example: '@test.status:fail',
    things: 'events',
  },
  {
    queryType: 'security-signals',
    label: 'Security signals',
    description: 'What detection rules found',
    example: 'status:high',
    things: 'signals',
  },
];

export function isEventProduct(queryType: string | undefined): boolean {
  return PRODUCTS.some((product) => product.queryType === queryType);
}
