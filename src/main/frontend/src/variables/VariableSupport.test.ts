// SPDX-License-Identifier: Apache-2.0
import { dataFrameToJSON, toDataFrame } from '@grafana/data';
import { firstValueFrom } from 'rxjs';
import { fakeDatasource } from '../../testing/datasource';
import { VariableSupport } from './VariableSupport';

/** Where Grafana runs queries. */
const QUERIES = '/api/ds/query?ds_type=dromedary-datadog-datasource';

/** Asks for the values of a saved variable as Grafana does, and collects what the backend is asked. */
async function values(saved: unknown, answers: Parameters<typeof fakeDatasource>[0] = {}) {
  const { datasource, asked } = fakeDatasource(answers);
  const request = { targets: [saved], scopedVars: {} } as never;
  const { data } = await firstValueFrom((datasource.variables as VariableSupport).query(request));
  return { data, asked };
}

const valueOf = (text: string, value = text) => ({ text, value });

describe('the values of a variable', () => {
  it('come from a list', async () => {
    const { data } = await values('all-hosts');
    expect(data).toEqual([valueOf('web-1'), valueOf('web-2'), valueOf('db-1')]);
  });

  it('are ids of synthetic tests, shown by name', async () => {
    const items = [valueOf('Home page', 'abc-1'), valueOf('Checkout', 'abc-2'), valueOf('Checkout', 'abc-3')];
    const { data, asked } = await values(
      { refId: 'A', kind: 'syntheticTests', filter: 'o' },
      { 'autocomplete/synthetic-tests': () => ({ items }) }
    );
    expect(data).toEqual([
      valueOf('Home page', 'abc-1'),
      valueOf('Checkout (abc-2)', 'abc-2'),
      valueOf('Checkout (abc-3)', 'abc-3'),
    ]);
    expect(asked).toMatchObject([{ path: 'autocomplete/synthetic-tests', data: { query: 'o' } }]);
  });

  const SCOPED = { refId: 'A', kind: 'tagValues', metric: 'a.b', key: 'host', scope: 'env:$env' };

  it('come from series where they have to fit a scope', async () => {
    const frame = dataFrameToJSON(toDataFrame({ fields: [{ name: 'host', values: ['web-2', 'web-1'] }] }));
    const { data, asked } = await values(SCOPED, { [QUERIES]: () => ({ results: { A: { frames: [frame] } } }) });
    expect(data).toEqual([valueOf('web-1'), valueOf('web-2')]);
    expect(asked).toMatchObject([{ data: { queries: [{ query: 'avg:a.b{env:$env} by {host}' }] } }]);
  });

  it('are not told where the series cannot be read, but why', async () => {
    const refused = { results: { A: { error: 'Datadog refused the keys', status: 401 } } };
    await expect(values(SCOPED, { [QUERIES]: () => refused })).rejects.toThrow('Datadog refused the keys');
  });

  it('are not told of a variable of a newer version, but why', async () => {
    await expect(values({ refId: 'A', version: 7, kind: 'hosts' })).rejects.toThrow('update the plugin');
  });
});
