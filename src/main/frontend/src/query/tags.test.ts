// SPDX-License-Identifier: Apache-2.0
import { Resources } from '../resources/Resources';
import { MetricsQuery } from '../types';
import { metricsOf, tagKeysOf, tagValuesOf } from './tags';

describe('metricsOf', () => {
  it.each([
    ['avg:system.cpu.user{host:a} by {host}', ['system.cpu.user']],
    ['sum:a.b{*}.as_rate() / top(sum:c_d{x:y} by {host,env}, 5)', ['a.b', 'c_d']],
    ['system.load.1{*} + system.load.1{env:prod}', ['system.load.1']],
    ['avg:$metric{*}', []],
    ['p95:shop.order.value{*}', ['shop.order.value']],
  ])('finds those of %s', (text, metrics) => {
    expect(metricsOf(text)).toEqual(metrics);
  });
});

function asking(getResource: (path: string, params: Record<string, string>) => Promise<unknown>) {
  return new Resources({ getResource, postResource: () => Promise.reject(new Error('not asked')) } as never);
}

const query = (text: string) => ({ refId: 'A', query: text }) as MetricsQuery;

describe('tags for ad-hoc filters', () => {
  const tags: Record<string, string[]> = { a: ['host', 'env'], b: ['env', 'region'], 'system.cpu.user': ['host'] };
  const resources = asking(async (_, { metric = '' }) => {
    const texts = tags[metric];
    if (!texts) {
      throw new Error(`no ${metric}`);
    }
    return { items: texts.map((text) => ({ text })) };
  });

  it('are those of all metrics of the dashboard', async () => {
    const keys = await tagKeysOf(resources, [query('avg:a{*} / avg:b{*}'), query('avg:gone{*}')]);
    expect(keys.map((key) => key.text)).toEqual(['env', 'host', 'region']);
  });

  it('are those of a common metric while there is no query', async () => {
    expect(await tagValuesOf(resources, 'env', [])).toEqual([{ text: 'host', value: 'host' }]);
  });

  it('tell why there are none', async () => {
    await expect(tagKeysOf(resources, [query('avg:gone{*}')])).rejects.toThrow('no gone');
  });
});
