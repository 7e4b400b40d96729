// SPDX-License-Identifier: Apache-2.0

/** A data source of numbers that is described by a form. */
interface MeasureProduct {
  queryType: string;
  label: string;
  /** What it measures. */
  description: string;
  /** What must be filled in. */
  required: string[];
}

/** Another data source of numbers is one more entry here, with its form in `forms.ts`, and one in the backend. */
export const MEASURES = [
  {
    queryType: 'apm-metrics',
    label: 'APM metrics',
    description: 'Hits, errors and latencies, by any tag of spans',
    required: ['stat'],
  },
  {
    queryType: 'apm-resources',
    label: 'APM resource stats',
    description: 'Hits, errors and latencies of a service, by resource',
    required: ['stat', 'env', 'service'],
  },
  {
    queryType: 'apm-dependencies',
    label: 'APM dependencies',
    description: 'How a resource takes part in traces',
    required: ['stat', 'env', 'service', 'operationName', 'resourceName'],
  },
  {
    queryType: 'slo-measures',
    label: 'SLO measures',
    description: 'Status, budget, good and bad events of an SLO',
    required: ['sloId', 'measure'],
  },
  {
    queryType: 'processes',
    label: 'Process metrics',
    description: 'CPU, memory and the like of processes',
    required: ['metric'],
  },
  {
    queryType: 'containers',
    label: 'Container metrics',
    description: 'CPU, memory and the like of containers',
    required: ['metric'],
  },
] as const satisfies readonly MeasureProduct[];

export type MeasureName = (typeof MEASURES)[number]['queryType'];
