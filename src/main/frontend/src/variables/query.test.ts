// SPDX-License-Identifier: Apache-2.0
import { describeVariable, readVariable } from './query';

describe('readVariable', () => {
  it.each([
    ['all-metrics', { kind: 'metrics' }],
    ['*', { kind: 'metrics' }],
    ['all-hosts', { kind: 'hosts' }],
    ['all-tags', { kind: 'tags' }],
    ['scope', { kind: 'tags' }],
    ['datadog.agent.running:all-tags', { kind: 'tags', metric: 'datadog.agent.running' }],
    ['env', { kind: 'tagValues', key: 'env' }],
    ['constructor', { kind: 'tagValues', key: 'constructor' }],
  ])('understands the text %s', (text, query) => {
    expect(readVariable(text)).toEqual({ refId: 'variable', ...query });
    expect(readVariable({ refId: 'X', query: text })).toEqual({ refId: 'X', ...query });
  });

  it.each([
    [
      { queryType: 'tag_values', metricName: 'system.cpu.user', tagKey: 'host' },
      { kind: 'tagValues', metric: 'system.cpu.user', key: 'host' },
    ],
    [
      { queryType: 'tag_keys', metricName: '*' },
      { kind: 'tagKeys', metric: '' },
    ],
    [
      { queryType: 'metrics', metricName: 'system.*' },
      { kind: 'metrics', filter: 'system.' },
    ],
  ])('understands what the open-source predecessor saved: %j', (old, query) => {
    expect(readVariable({ refId: 'X', ...old })).toMatchObject(query);
  });

  it('keeps a variable of its own form', () => {
    const query = { refId: 'X', kind: 'tagValues', metric: 'a.b', key: 'host', scope: 'env:$env' };
    expect(readVariable(query)).toEqual(query);
  });

  it('begins with tag values', () => {
    expect(readVariable(undefined)).toEqual({ refId: 'variable', kind: 'tagValues', key: '' });
    expect(readVariable({ refId: 'A', kind: 'newer' })).toEqual({ refId: 'A', kind: 'tagValues', key: '' });
  });
});

describe('describeVariable', () => {
  it.each([
    [{ kind: 'metrics' as const, filter: 'cpu' }, 'Metrics with cpu'],
    [{ kind: 'hosts' as const }, 'Hosts'],
    [{ kind: 'tags' as const, metric: 'a.b' }, 'Tags of a.b'],
    [
      { kind: 'tagValues' as const, key: 'host', metric: 'a.b', scope: 'env:prod' },
      'Tag values of host on a.b{env:prod}',
    ],
  ])('tells of %j', (query, text) => {
    expect(describeVariable({ refId: 'A', ...query })).toBe(text);
  });
});
