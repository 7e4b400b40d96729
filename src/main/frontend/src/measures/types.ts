// SPDX-License-Identifier: Apache-2.0
import { choices, Field } from '../forms/fields';
import { ENV } from '../forms/names';
import { GROUP_BY, LATENCIES, OPERATION, processFields, RESOURCE, SERVICE, stat } from './fields';

/** A data source of numbers that is described by a form. */
export interface MeasureType {
  queryType: string;
  label: string;
  /** What it measures. */
  description: string;
  fields: Field[];
  /** What must be filled in. */
  required: string[];
  /** Whether scalars of it are made by an aggregator. */
  aggregated?: boolean;
}

/** Another data source of numbers is one more entry here, and one in the backend. */
export const MEASURES: [MeasureType, ...MeasureType[]] = [
  {
    queryType: 'apm-metrics',
    label: 'APM metrics',
    description: 'Hits, errors and latencies, by any tag of spans',
    required: ['stat'],
    fields: [
      stat(
        'hits',
        'hits_per_second',
        'errors',
        'errors_per_second',
        'error_rate',
        'apdex',
        ...LATENCIES,
        'latency_p999',
        'total_time'
      ),
      SERVICE,
      OPERATION,
      RESOURCE,
      {
        name: 'queryFilter',
        label: 'Filter',
        help: 'In the syntax of span searches',
        kind: 'text',
        placeholder: 'env:prod',
      },
      {
        name: 'spanKind',
        label: 'Span kind',
        kind: 'choice',
        placeholder: 'any',
        choices: choices('server', 'client', 'producer', 'consumer', 'internal'),
      },
      GROUP_BY,
    ],
  },
  {
    queryType: 'apm-resources',
    label: 'APM resource stats',
    description: 'Hits, errors and latencies of a service, by resource',
    required: ['stat', 'env', 'service'],
    fields: [
      stat('hits', 'errors', 'error_rate', ...LATENCIES, 'latency_distribution', 'total_time'),
      ENV,
      SERVICE,
      OPERATION,
      RESOURCE,
      GROUP_BY,
    ],
  },
  {
    queryType: 'apm-dependencies',
    label: 'APM dependencies',
    description: 'How a resource takes part in traces',
    required: ['stat', 'env', 'service', 'operationName', 'resourceName'],
    fields: [
      stat(
        'avg_duration',
        'avg_root_duration',
        'avg_spans_per_trace',
        'error_rate',
        'pct_exec_time',
        'pct_of_traces',
        'total_traces_count'
      ),
      ENV,
      SERVICE,
      OPERATION,
      RESOURCE,
      { name: 'isUpstream', label: 'Upstream', help: 'Those who call it, not those it calls', kind: 'flag' },
    ],
  },
  {
    queryType: 'slo-measures',
    label: 'SLO measures',
    description: 'Status, budget, good and bad events of an SLO',
    required: ['sloId', 'measure'],
    fields: [
      {
        name: 'measure',
        label: 'Measure',
        kind: 'choice',
        placeholder: 'choose',
        width: 32,
        choices: choices(
          'slo_status',
          'error_budget_remaining',
          'burn_rate',
          'error_budget_burndown',
          'good_events',
          'bad_events',
          'good_minutes',
          'bad_minutes',
          'slo_status_history',
          'error_budget_remaining_history'
        ),
      },
      {
        name: 'sloId',
        label: 'SLO',
        kind: 'name',
        width: 40,
        placeholder: 'choose, or $variable',
        load: (resources, text) => resources.slos({ query: text }),
      },
      {
        name: 'sloQueryType',
        label: 'Kind',
        kind: 'choice',
        width: 16,
        placeholder: 'metric',
        choices: choices('metric', 'monitor', 'time_slice'),
      },
      {
        name: 'groupMode',
        label: 'Groups',
        kind: 'choice',
        width: 16,
        placeholder: 'overall',
        choices: choices('overall', 'components'),
      },
    ],
  },
  {
    queryType: 'processes',
    label: 'Process metrics',
    description: 'CPU, memory and the like of processes',
    required: ['metric'],
    aggregated: true,
    fields: [
      ...processFields('process.stat.cpu.total_pct'),
      { name: 'normalizedCpu', label: 'Per core', help: 'CPU divided by the number of cores', kind: 'flag' },
    ],
  },
  {
    queryType: 'containers',
    label: 'Container metrics',
    description: 'CPU, memory and the like of containers',
    required: ['metric'],
    aggregated: true,
    fields: processFields('process.stat.container.cpu.system_pct'),
  },
];
