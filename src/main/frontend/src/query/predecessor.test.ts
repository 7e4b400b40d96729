// SPDX-License-Identifier: Apache-2.0
import { SavedQuery } from '../types';
import { migrate } from './migrate';

const migrated = (query: object) => migrate({ refId: 'A', ...query } as SavedQuery);

describe('queries of the open-source predecessor', () => {
  it('become metric queries with their legend', () => {
    expect(migrated({ queryText: 'avg:a{*}', legendMode: 'custom', legendTemplate: '{{host}}', hide: true })).toEqual({
      refId: 'A',
      hide: true,
      version: 1,
      queryType: 'metrics',
      query: 'avg:a{*}',
      legend: '{{host}}',
    });
    expect(migrated({ queryText: 'avg:a{*}', legendMode: 'auto', legendTemplate: '{{host}}' }).legend).toBeUndefined();
  });

  it('become what older versions of it meant', () => {
    expect(migrated({ queryText: '# all\navg:a{*}', label: '{{host}}' })).toMatchObject({
      query: 'avg:a{*}',
      legend: '{{host}}',
    });
    expect(migrated({ queryText: 'avg:a{*}', logQuery: 'service:web' })).toMatchObject({
      queryType: 'logs',
      query: 'service:web',
    });
  });

  it('become formulas over the other queries', () => {
    expect(migrated({ type: 'math', expression: '$A * 100 / $B', queryText: '' })).toMatchObject({
      queryType: 'metrics',
      query: '$A * 100 / $B',
    });
  });

  it('become searches and volumes of logs', () => {
    expect(migrated({ queryType: 'logs', logQuery: 'service:web', indexes: ['main'] })).toMatchObject({
      queryType: 'logs',
      mode: 'search',
      query: 'service:web',
      indexes: ['main'],
    });
    expect(migrated({ queryType: 'logs-volume', logQuery: 'x' })).toMatchObject({ queryType: 'logs', mode: 'volume' });
  });

  it('are told from those of today', () => {
    const query = { refId: 'A', version: 1, queryType: 'logs', query: 'x' };
    expect(migrate(query)).toBe(query);
  });
});
