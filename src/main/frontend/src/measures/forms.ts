// SPDX-License-Identifier: Apache-2.0
import { choices, Field } from '../forms/fields';
import { ENV } from '../forms/names';
import { GROUP_BY, LATENCIES, OPERATION, processFields, RESOURCE, SERVICE, stat } from './fields';
import { MeasureName } from './products';

/** What is filled in to ask for a measure. */
export interface MeasureForm {
  fields: Field[];
  /** Whether scalars of it are made by an aggregator. */
  aggregated?: boolean;
}

export const FORMS: Record<MeasureName, MeasureForm> = {
  'apm-metrics': {
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
  'apm-resources': {
    fields: [
      stat('hits', 'errors', 'error_rate', ...LATENCIES, 'latency_distribution', 'total_time'),
      ENV,
      SERVICE,
      OPERATION,
      RESOURCE,
      GROUP_BY,
    ],
  },
  'apm-dependencies': {
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
  'slo-measures': {
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
  processes: {
    aggregated: true,
    fields: [
      ...processFields('process.stat.cpu.total_pct'),
      { name: 'normalizedCpu', label: 'Per core', help: 'CPU divided by the number of cores', kind: 'flag' },
    ],
  },
  containers: {
    aggregated: true,
    fields: processFields('process.stat.container.cpu.system_pct'),
  },
};
