// SPDX-License-Identifier: Apache-2.0
import { lazily } from '../controls/lazily';
import type { Kind } from '../query/kinds';
import { TraceQuery } from '../types';

const ServiceMapEditor = lazily(
  () => import(/* webpackChunkName: "products" */ './TraceEditor').then((module) => module.ServiceMapEditor),
  36
);
const TraceEditor = lazily(
  () => import(/* webpackChunkName: "products" */ './TraceEditor').then((module) => module.TraceEditor),
  36
);

/** One trace, or the map of all services. */
export const TRACE_KINDS: Array<Kind<TraceQuery>> = [
  {
    queryType: 'trace',
    label: 'Trace by id',
    description: 'One trace, as a waterfall or a graph',
    group: 'Traces',
    Editor: TraceEditor,
    hasBuilder: false,
    initial: { traceId: '', mode: 'waterfall' },
    isComplete: ({ traceId }) => Boolean(traceId?.trim()),
  },
  {
    queryType: 'service-map',
    label: 'Service map',
    description: 'All services, and who calls whom',
    group: 'Traces',
    Editor: ServiceMapEditor,
    hasBuilder: false,
    initial: {},
    isComplete: () => true,
  },
];
