// SPDX-License-Identifier: Apache-2.0
import { fakeTemplates } from '../../testing/templates';
import { MetricsQuery } from '../types';
import { applied, detached } from './apply';

const query: MetricsQuery = {
  refId: 'A',
  version: 1,
  queryType: 'metrics',
  query: 'avg:system.cpu.user{host:$host,env:$env} by {host}.rollup(avg, $__interval)',
  legend: '$env {{host}}',
};
const templates = fakeTemplates({ host: ['a', 'b'], env: 'prod' });
const filters = [{ key: 'region', operator: '=', value: 'eu' }];

describe('a query of a dashboard', () => {
  it('keeps its variables and takes their values along', () => {
    const scoped = { __interval: { text: '30s', value: '30s' }, __interval_ms: { text: '30000', value: 30000 } };
    expect(applied(query, scoped, templates, filters)).toEqual({
      ...query,
      query: 'avg:system.cpu.user{host:$host,env:$env} by {host}.rollup(avg, 30)',
      legend: 'prod {{host}}',
      variables: { host: ['a', 'b'], env: ['prod'] },
      filters: [{ key: 'region', operator: '=', values: ['eu'] }],
    });
  });

  it('is left alone when a newer Dromedary has saved it', () => {
    const newer = { ...query, version: 2 };
    expect(applied(newer, {}, templates, filters)).toBe(newer);
    expect(detached(newer, {}, templates, filters)).toBe(newer);
  });
});

describe('a query taken to Explore', () => {
  it('shows plain values, keeps the others, and stays the same when run there', () => {
    const explored = detached(query, {}, templates, filters);
    expect(explored.query).toBe('avg:system.cpu.user{host:$host,env:prod} by {host}.rollup(avg, $__interval)');
    expect(explored.variables).toEqual({ host: ['a', 'b'] });
    expect(explored.filters).toHaveLength(1);
    expect(applied(explored, {}, fakeTemplates(), [])).toEqual(explored);
  });
});
