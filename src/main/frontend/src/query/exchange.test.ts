// SPDX-License-Identifier: Apache-2.0
import { AbstractLabelOperator, hasQueryExportSupport, hasQueryImportSupport } from '@grafana/data';
import { fakeDatasource } from '../../testing/datasource';

const { Equal, NotEqual, EqualRegEx, NotEqualRegEx } = AbstractLabelOperator;
const { datasource } = fakeDatasource();

const matchers = (...list: Array<[string, AbstractLabelOperator, string]>) =>
  list.map(([name, operator, value]) => ({ name, operator, value }));

describe('a query of another data source', () => {
  it('is asked for by Grafana', () => {
    expect(hasQueryImportSupport(datasource)).toBe(true);
    expect(hasQueryExportSupport(datasource)).toBe(true);
  });

  it.each([
    [matchers(['__name__', Equal, 'shop.orders']), 'metrics', 'avg:shop.orders{*}'],
    [
      matchers(['env', Equal, 'prod'], ['__name__', Equal, 'up'], ['host', NotEqual, 'a b']),
      'metrics',
      'avg:up{env:prod AND NOT host:"a b"}',
    ],
    [
      matchers(['__name__', Equal, 'up'], ['env', EqualRegEx, 'prod|staging'], ['host', NotEqualRegEx, 'web-.*']),
      'metrics',
      'avg:up{env IN (prod,staging) AND NOT host:web-*}',
    ],
    [matchers(['__name__', Equal, 'up'], ['env', EqualRegEx, 'p[0-9]+'], ['a', Equal, '']), 'metrics', 'avg:up{*}'],
    [
      matchers(['service', Equal, 'web'], ['env', EqualRegEx, '(prod|dev)'], ['host', NotEqual, 'a']),
      'logs',
      'service:web env:(prod OR dev) -host:a',
    ],
    [matchers(['service', EqualRegEx, '.*']), 'logs', ''],
  ])('keeps its labels: %j', async (labelMatchers, queryType, query) => {
    const [imported] = await datasource.importFromAbstractQueries([{ refId: 'B', labelMatchers }]);
    expect(imported).toMatchObject({ refId: 'B', version: 1, queryType, query });
  });
});

describe('a query taken to another data source', () => {
  it.each([
    [
      { queryType: 'metrics', query: 'avg:shop.orders{env:prod,!host:a} by {host}' },
      matchers(['__name__', Equal, 'shop.orders'], ['env', Equal, 'prod'], ['host', NotEqual, 'a']),
    ],
    [{ query: 'sum:up{env:prod OR env:dev}' }, matchers(['__name__', Equal, 'up'])],
    [
      { query: 'sum:up{env:$env AND NOT host:web-*}' },
      matchers(['__name__', Equal, 'up'], ['host', NotEqualRegEx, 'web-.*']),
    ],
    [
      { queryType: 'logs', query: 'service:web -@http.method:"GET" oops (a:b OR c:d) @duration:>5' },
      matchers(['service', Equal, 'web'], ['http.method', NotEqual, 'GET']),
    ],
  ])('hands over its labels: %j', async (query, labelMatchers) => {
    const [exported] = await datasource.exportToAbstractQueries([{ refId: 'A', ...query }]);
    expect(exported).toEqual({ refId: 'A', labelMatchers });
  });

  it('is left out where it has none', async () => {
    expect(
      await datasource.exportToAbstractQueries([{ refId: 'A', queryType: 'monitors', query: 'status:alert' }])
    ).toEqual([]);
  });
});
