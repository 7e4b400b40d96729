// SPDX-License-Identifier: Apache-2.0
import type { Kind } from '../query/kinds';
import { MetricsQuery } from '../types';
import { MetricsEditor } from './MetricsEditor';

/** Metrics: the product that a new query asks. */
export const METRICS: Kind<MetricsQuery> = {
  queryType: 'metrics',
  label: 'Metrics',
  description: 'Series of any metric, and formulas over them',
  group: 'Metrics',
  Editor: MetricsEditor,
  hasBuilder: true,
  initial: { query: '', format: 'timeseries', editor: 'builder' },
  isComplete: (query) => Boolean(query.query?.trim()),
};
