// SPDX-License-Identifier: Apache-2.0
import { lazily } from '../controls/lazily';
import type { Kind } from '../query/kinds';
import { MeasuresQuery } from '../types';
import { MEASURES } from './products';

const CostEditor = lazily(
  () => import(/* webpackChunkName: "products" */ './CostEditor').then((module) => module.CostEditor),
  80
);
const MeasuresEditor = lazily(
  () => import(/* webpackChunkName: "products" */ './MeasuresEditor').then((module) => module.MeasuresEditor),
  122
);

const FORMS: Array<Kind<MeasuresQuery>> = MEASURES.map(({ queryType, label, description, required }) => ({
  queryType,
  label,
  description,
  group: 'Measures',
  Editor: MeasuresEditor,
  hasBuilder: false,
  initial: { source: {}, format: 'timeseries' },
  isComplete: ({ source = {} }) => required.every((name) => Boolean(source[name])),
}));

/** What APM, SLOs, processes, containers and the bill measure. */
export const MEASURE_KINDS: Array<Kind<MeasuresQuery>> = [
  ...FORMS,
  {
    queryType: 'cloud-cost',
    label: 'Cloud cost',
    description: 'What clouds cost, by their tags',
    group: 'Measures',
    Editor: CostEditor,
    hasBuilder: false,
    initial: { query: '', format: 'timeseries' },
    isComplete: ({ query }) => Boolean(query?.trim()),
  },
];
