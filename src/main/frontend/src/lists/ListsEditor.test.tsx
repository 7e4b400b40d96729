// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { edit } from '../../testing/editing';
import { user } from '../../testing/user';
import { LISTS } from './products';

jest.mock('@grafana/ui', () => ({
  ...jest.requireActual('@grafana/ui'),
  CodeEditor: jest.requireActual('../../testing/codeEditor').CodeEditor,
}));

describe('the editor of lists', () => {
  it('searches monitors and counts them', async () => {
    const { last, onRunQuery } = edit({ queryType: 'monitors' });
    await user.type(screen.getByRole('textbox', { name: 'Search' }), 'status:alert{Enter}');
    expect(last()).toMatchObject({ queryType: 'monitors', query: 'status:alert' });
    await user.click(screen.getByRole('radio', { name: 'Counts' }));
    await user.click(screen.getByRole('combobox', { name: 'By' }));
    await user.click(await screen.findByRole('option', { name: 'type' }));
    expect(last()).toMatchObject({ mode: 'counts', options: { by: 'type' } });
    expect(onRunQuery).toHaveBeenCalled();
  });

  it('lets a search choose where a variable stands for all', async () => {
    const { last } = edit({ queryType: 'slos', mode: 'history', ids: ['$slo'] });
    await user.type(screen.getByRole('textbox', { name: 'Search' }), 'team:shop{Enter}');
    expect(last()).toMatchObject({ ids: ['$slo'], query: 'team:shop' });
  });

  it('has no search where things are chosen by id', () => {
    edit({ queryType: 'slos', mode: 'history', ids: ['abc'] });
    expect(screen.queryByRole('textbox', { name: 'Search' })).not.toBeInTheDocument();
  });

  it('shows the results of browser tests, too', async () => {
    const { last } = edit({ queryType: 'synthetics', mode: 'tests' });
    await user.click(screen.getByRole('radio', { name: 'Browser results' }));
    expect(last()).toMatchObject({ mode: 'browser-results' });
  });

  it('runs no history before an SLO is chosen', async () => {
    const { datasource } = edit({ queryType: 'slos', mode: 'history' });
    expect(screen.getByRole('button', { name: 'Run' })).toBeDisabled();
    const query = { refId: 'A', version: 1, queryType: 'slos', mode: 'history', ids: ['x'] };
    expect(datasource.filterQuery(query)).toBe(true);
  });

  it.each(LISTS.map(({ queryType }) => [queryType]))('shows %s without changing it', (queryType) => {
    const { saved } = edit({ queryType });
    expect(screen.getByRole('spinbutton', { name: 'Limit' })).toBeInTheDocument();
    expect(saved).toEqual([]);
  });
});

describe('the editor of a trace', () => {
  it('takes an id and how to look at it', async () => {
    const { last } = edit({ queryType: 'trace' });
    expect(screen.getByRole('button', { name: 'Run' })).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: 'Trace id' }), ' 12ab {Enter}');
    await user.click(screen.getByRole('radio', { name: 'Graph' }));
    expect(last()).toMatchObject({ traceId: '12ab', mode: 'graph' });
  });
});

describe('the editor of SQL', () => {
  it('takes a text of several lines', async () => {
    const { last } = edit({ queryType: 'ddsql' });
    await user.type(screen.getByRole('textbox', { name: /SQL query/ }), 'SELECT 1{Enter}FROM hosts');
    await user.tab();
    expect(last()).toMatchObject({ query: 'SELECT 1\nFROM hosts' });
  });
});
