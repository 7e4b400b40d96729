// SPDX-License-Identifier: Apache-2.0
import {
  DataFrame,
  DataQueryRequest,
  hasQueryModificationSupport,
  hasSupplementaryQuerySupport,
  LogRowContextQueryDirection,
  LogRowModel,
  SupplementaryQueryType,
} from '@grafana/data';
import { setGrafanaLiveSrv } from '@grafana/runtime';
import { lastValueFrom, of } from 'rxjs';
import { fakeDatasource } from '../../testing/datasource';
import { EventsQuery, SavedQuery } from '../types';

const LOGS: EventsQuery = { refId: 'A', version: 1, queryType: 'logs', query: 'service:web', indexes: ['main'] };
const ROW = {
  uid: 'A_1',
  rowId: 'id-1',
  timeEpochMs: 1_700_000_000_000,
  labels: { service: 'web', host: 'web-1' },
} as unknown as LogRowModel;

describe('logs in Explore', () => {
  const { datasource } = fakeDatasource();

  it('are counted by level beside the lines', () => {
    expect(datasource.getSupportedSupplementaryQueryTypes()).toContain(SupplementaryQueryType.LogsVolume);
    const request = {
      targets: [LOGS, { ...LOGS, refId: 'B', mode: 'aggregate' }, { refId: 'C', queryType: 'metrics' }],
    };
    const volume = datasource.getSupplementaryRequest(
      SupplementaryQueryType.LogsVolume,
      request as unknown as DataQueryRequest<SavedQuery>
    );
    expect(volume?.targets).toEqual([{ ...LOGS, refId: 'log-volume-A', mode: 'volume' }]);
    const metrics = { targets: [{ refId: 'C', queryType: 'metrics' }] } as unknown as DataQueryRequest<SavedQuery>;
    expect(datasource.getSupplementaryRequest(SupplementaryQueryType.LogsVolume, metrics)).toBeUndefined();
  });

  it('have a sample where they are counted', () => {
    const counted = { ...LOGS, mode: 'aggregate' as const };
    const request = { targets: [LOGS, counted] } as unknown as DataQueryRequest<SavedQuery>;
    const type = SupplementaryQueryType.LogsSample;
    const sample = datasource.getSupplementaryRequest(type, request, { type, limit: 20 });
    expect(sample?.targets).toEqual([{ ...LOGS, refId: 'log-sample-A', mode: 'search', limit: 20 }]);
    expect(datasource.getSupplementaryQuery({ type }, LOGS)).toBeUndefined();
    expect(hasSupplementaryQuerySupport(datasource, type)).toBe(true);
  });

  it('are searched for words marked in a line', () => {
    expect(hasQueryModificationSupport(datasource)).toBe(true);
    const add = (query: SavedQuery, type: string, options: Record<string, string>) =>
      datasource.modifyQuery(query, { type, options }).query;
    expect(add(LOGS, 'ADD_STRING_FILTER', { value: 'time "out"' })).toBe('service:web "time \\"out\\""');
    expect(add(LOGS, 'ADD_STRING_FILTER_OUT', { value: '-x' })).toBe('service:web -"-x"');
    expect(add({ ...LOGS, query: 'a OR b' }, 'ADD_STRING_FILTER', { value: 'c' })).toBe('(a OR b) "c"');
    expect(add(LOGS, 'ADD_FILTER', { key: 'service', value: 'web' })).toBe('service:web');
    expect(add(LOGS, 'ADD_FILTER_OUT', { key: 'service', value: 'web' })).toBe('-service:web');
    expect(add(LOGS, 'OF_THE_FUTURE', {})).toBe('service:web');
    expect(add({ refId: 'A', queryType: 'metrics', query: 'x' }, 'ADD_STRING_FILTER', { value: 'c' })).toBe('x');
  });

  it('have lines before and after them', async () => {
    const options = { direction: LogRowContextQueryDirection.Forward, limit: 10 };
    expect(await datasource.getLogRowContextQuery(ROW, options, LOGS)).toMatchObject({
      queryType: 'logs',
      mode: 'context',
      direction: 'after',
      limit: 10,
      indexes: ['main'],
      contextOf: { id: 'id-1', timestamp: 1_700_000_000_000, service: 'web', host: 'web-1' },
    });
    expect(await datasource.getLogRowContextQuery(ROW)).toMatchObject({ direction: 'before', limit: 50 });
  });

  it('are filtered from a line', () => {
    const filter = { type: 'FILTER_FOR' as const, options: { key: 'host', value: 'a' }, frame: {} as DataFrame };
    const query = datasource.toggleQueryFilter(LOGS, filter);
    expect(query.query).toBe('service:web host:a');
    expect(datasource.queryHasFilter(query, { key: 'host', value: 'a' })).toBe(true);
    expect(datasource.toggleQueryFilter({ refId: 'A', queryType: 'metrics', query: 'x' }, filter).query).toBe('x');
  });

  it('come in live, each query by a channel of its own', async () => {
    const channels: unknown[] = [];
    const getDataStream = (options: unknown) => {
      channels.push(options);
      return of({ data: [] });
    };
    setGrafanaLiveSrv({ getDataStream } as never);
    const request = { requestId: 'R', liveStreaming: true, scopedVars: {}, targets: [LOGS] };
    await lastValueFrom(datasource.query(request as unknown as DataQueryRequest<SavedQuery>));
    expect(channels).toMatchObject([
      { addr: { scope: 'ds', namespace: 'x', data: { queryType: 'logs', query: 'service:web' } } },
    ]);
    expect(channels).toHaveProperty([0, 'addr', 'path'], expect.stringMatching(/^tail\/[a-z0-9]+-[a-z0-9]+$/));
  });
});
