// SPDX-License-Identifier: Apache-2.0
import { displayText } from './display';

describe('a query in the history', () => {
  it.each([
    [{ queryType: 'metrics', query: 'avg:a{*}' }, 'avg:a{*}'],
    [{ queryType: 'metrics', query: '' }, 'Metrics'],
    [{ query: 'avg:a{*}' }, 'avg:a{*}'],
    [{ queryType: 'logs', mode: 'search', query: 'service:web' }, 'Logs: service:web'],
    [{ queryType: 'logs', mode: 'search', query: '' }, 'Logs'],
    [
      { queryType: 'rum', mode: 'aggregate', query: '@type:error', groupBy: [{ facet: 'service' }, { facet: 'env' }] },
      'RUM: aggregate @type:error by service, env',
    ],
    [{ queryType: 'slos', mode: 'burn-rate', ids: ['a', 'b'] }, 'SLOs: burn-rate a b'],
    [{ queryType: 'trace', mode: 'graph', traceId: '12ab' }, 'Trace by id: graph 12ab'],
    [
      { queryType: 'apm-metrics', source: { stat: 'hits', service: 'web', groupBy: ['env'], isUpstream: true } },
      'APM metrics: hits web env',
    ],
    [{ queryType: 'monitors', mode: 'counts', options: { by: 'type' } }, 'Monitors: counts type'],
    [{ queryType: 'of-the-future' }, 'of-the-future'],
  ])('is told in one line: %j', (query, line) => {
    expect(displayText({ refId: 'A', ...query })).toBe(line);
  });
});
