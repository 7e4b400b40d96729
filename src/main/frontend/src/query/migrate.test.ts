// SPDX-License-Identifier: Apache-2.0
import { MetricsQuery, SavedQuery } from '../types';
import { isNewer, migrate, opened } from './migrate';

describe('migrate', () => {
  it('fills in what a query written by hand lacks', () => {
    const query = { refId: 'A', query: 'avg:a{*}' };
    expect(migrate<SavedQuery>(query)).toEqual({ refId: 'A', query: 'avg:a{*}', version: 1, queryType: 'metrics' });
  });

  it('leaves a query of this version the same object', () => {
    const query: SavedQuery = { refId: 'A', version: 1, queryType: 'logs' };
    expect(migrate(query)).toBe(query);
  });

  it('does not touch a query of a newer version', () => {
    const query = { refId: 'A', version: 2, queryType: '', tree: {} };
    expect(isNewer(query)).toBe(true);
    expect(migrate<SavedQuery>(query)).toBe(query);
  });
});

describe('opened', () => {
  const query: MetricsQuery = { refId: 'A', version: 1, queryType: 'metrics', query: '' };

  it('shows a text written by hand as code and a new query as a form', () => {
    expect(opened({ ...query, query: 'avg:a{*}' }).editor).toBe('code');
    expect(opened(query).editor).toBe('builder');
  });

  it('keeps the mode that was chosen', () => {
    expect(opened({ ...query, query: 'avg:a{*}', editor: 'builder' }).editor).toBe('builder');
  });
});
