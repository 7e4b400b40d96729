// SPDX-License-Identifier: Apache-2.0
import { DataQueryRequest } from '@grafana/data';
import { DataSourceWithBackend, HealthStatus, setTemplateSrv } from '@grafana/runtime';
import { lastValueFrom, of } from 'rxjs';
import { fakeDatasource } from '../testing/datasource';
import { fakeTemplates } from '../testing/templates';
import { plugin } from './module';
import { MetricsQuery, SavedQuery } from './types';

const query: MetricsQuery = { refId: 'A', version: 1, queryType: 'metrics', query: 'avg:a{host:$host}' };

describe('the data source', () => {
  const { datasource } = fakeDatasource();

  it('is what the plugin brings, with its editors', () => {
    expect(plugin.DataSourceClass).toBe(datasource.constructor);
    expect(plugin.components.QueryEditor).toBeDefined();
    expect(plugin.components.ConfigEditor).toBeDefined();
    expect(datasource.variables?.getType()).toBe('custom');
  });

  it('begins with a query that is not run', () => {
    const first = { refId: 'A', ...datasource.getDefaultQuery() } as MetricsQuery;
    expect(first).toMatchObject({ version: 1, queryType: 'metrics', format: 'timeseries' });
    expect(datasource.filterQuery(first)).toBe(false);
  });

  it('runs what has a text and is not hidden', () => {
    expect(datasource.filterQuery(query)).toBe(true);
    expect(datasource.filterQuery({ ...query, query: ' ' })).toBe(false);
    expect(datasource.filterQuery({ ...query, hide: true })).toBe(true);
  });

  it('lets the backend refuse a newer query instead of dropping it silently', () => {
    expect(datasource.filterQuery({ ...query, version: 2, query: '' })).toBe(true);
  });

  it('shows the text of a query in its history', () => {
    expect(datasource.getQueryDisplayText(query)).toBe(query.query);
  });

  it('takes values of variables along and writes them in Explore', () => {
    setTemplateSrv(fakeTemplates({ host: 'a' }));
    expect(datasource.applyTemplateVariables(query, {}).variables).toEqual({ host: ['a'] });
    const [explored] = datasource.interpolateVariablesInQueries([query], {}, []);
    expect(explored).toMatchObject({ query: 'avg:a{host:a}', datasource: { uid: 'x' } });
  });

  it('runs queries of the open-source predecessor as they were saved', () => {
    setTemplateSrv(fakeTemplates({ host: 'a' }));
    const old = {
      refId: 'A',
      queryText: 'avg:a{host:$host}',
      legendMode: 'custom',
      legendTemplate: '$host',
    } as SavedQuery;
    expect(datasource.filterQuery(old)).toBe(true);
    expect(datasource.filterQuery({ refId: 'A', queryText: '' } as SavedQuery)).toBe(false);
    expect(datasource.applyTemplateVariables(old, {})).toMatchObject({
      queryType: 'metrics',
      query: 'avg:a{host:$host}',
      legend: 'a',
      variables: { host: ['a'] },
    });
    expect(datasource.interpolateVariablesInQueries([old], {}, [])[0]).toMatchObject({ query: 'avg:a{host:a}' });
  });

  it('tells what each permission is good for when it is tested', async () => {
    datasource.callHealthCheck = async () => ({
      status: HealthStatus.Error,
      message: 'Metric queries are refused.',
      details: { checks: { metricQueries: { works: false, permission: 'timeseries_query' } } } as never,
    });
    expect(await datasource.testDatasource()).toEqual({
      status: 'error',
      message: 'Metric queries are refused.',
      details: expect.objectContaining({ message: 'Metric queries: does not work. Needs timeseries_query.' }),
    });
  });

  it('offers tags for ad-hoc filters', async () => {
    expect(await datasource.getTagKeys()).toContainEqual({ text: 'env', value: 'env' });
    expect(await datasource.getTagValues({ key: 'env', filters: [] })).toEqual([
      { text: 'prod', value: 'prod' },
      { text: 'staging', value: 'staging' },
    ]);
  });

  it('asks nothing when all queries are hidden; hidden ones go along with others, which may refer to them', async () => {
    const sent = jest.spyOn(DataSourceWithBackend.prototype, 'query').mockReturnValue(of({ data: [] }));
    const { datasource } = fakeDatasource();
    const hidden = { refId: 'A', version: 1, queryType: 'metrics', query: 'avg:a{*}', hide: true };
    const shown = { ...hidden, refId: 'B', query: '$A * 2', hide: false };
    const ask = (...targets: SavedQuery[]) =>
      lastValueFrom(datasource.query({ targets } as unknown as DataQueryRequest<SavedQuery>));

    expect(await ask(hidden)).toEqual({ data: [] });
    expect(sent).not.toHaveBeenCalled();
    await ask(hidden, shown);
    expect(sent).toHaveBeenCalledWith({ targets: [hidden, shown] });
    expect([hidden, shown].every((query) => datasource.filterQuery(query))).toBe(true);
    sent.mockRestore();
  });
});
