// SPDX-License-Identifier: Apache-2.0
import { CoreApp } from '@grafana/data';
import { screen, within } from '@testing-library/react';
import { edit } from '../../testing/editing';
import { user } from '../../testing/user';

jest.mock('@grafana/ui', () => ({
  ...jest.requireActual('@grafana/ui'),
  CodeEditor: jest.requireActual('../../testing/codeEditor').CodeEditor,
}));

const facets = { 'autocomplete/facets': () => ({ items: [{ text: 'service' }, { text: '@duration' }] }) };

describe('the editor of events', () => {
  it('searches, and checks the search as what it is', async () => {
    const check = jest.fn((_: unknown) => ({
      problems: [{ from: 0, to: 1, severity: 'error', message: 'a ) is missing' }],
    }));
    const { last, onRunQuery } = edit({ queryType: 'logs', query: '' }, { answers: { 'query/validate': check } });
    await user.type(screen.getByRole('textbox', { name: /Search/ }), '(a');
    await user.tab();
    expect(last()).toMatchObject({ queryType: 'logs', query: '(a' });
    expect(onRunQuery).toHaveBeenCalled();
    expect(await screen.findByText('a ) is missing')).toBeInTheDocument();
    expect(check).toHaveBeenCalledWith({ query: '(a', queryType: 'logs' });
  });

  it('tells what alert rules need', async () => {
    edit({ queryType: 'logs', query: '' }, { app: CoreApp.UnifiedAlerting });
    expect(screen.getByText(/Alert rules need numbers/)).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Aggregate' }));
    expect(screen.queryByText(/Alert rules need numbers/)).not.toBeInTheDocument();
  });

  it('takes how many lines, and where from', async () => {
    const { last } = edit(
      { queryType: 'logs' },
      { answers: { 'autocomplete/log-indexes': () => ({ items: [{ text: 'main' }] }) } }
    );
    await user.type(screen.getByRole('spinbutton', { name: 'Limit' }), '50000{Enter}');
    expect(last()).toMatchObject({ limit: 10_000 });
    await user.click(screen.getByRole('combobox', { name: 'Storage' }));
    await user.click(await screen.findByRole('option', { name: 'flex' }));
    expect(last()).toMatchObject({ storage: 'flex', limit: 10_000 });
    expect(screen.queryByText('Columns')).not.toBeInTheDocument();
  });

  it('has columns, and no indexes, for products without them', () => {
    edit({ queryType: 'spans' });
    expect(screen.getByText('Columns')).toBeInTheDocument();
    expect(screen.queryByText('Indexes')).not.toBeInTheDocument();
  });

  it('counts, works out and groups', async () => {
    const { last } = edit({ queryType: 'logs', query: 'x' }, { answers: facets });
    await user.click(screen.getByRole('radio', { name: 'Aggregate' }));
    expect(last()).toMatchObject({ mode: 'aggregate', query: 'x' });
    await user.click(screen.getByRole('combobox', { name: 'Aggregation' }));
    await user.click(await screen.findByRole('option', { name: /p95/ }));
    await user.click(screen.getByRole('combobox', { name: 'Facet to aggregate' }));
    await user.click(await screen.findByRole('option', { name: '@duration' }));
    expect(last()).toMatchObject({ compute: [{ aggregation: 'pc95', metric: '@duration' }] });
    await user.click(screen.getByRole('button', { name: 'Add a facet to group by' }));
    await user.click(within(screen.getByRole('group', { name: 'Group by' })).getByRole('combobox'));
    await user.click(await screen.findByRole('option', { name: 'service' }));
    await user.type(screen.getByRole('spinbutton', { name: 'Most values of service' }), '5{Enter}');
    expect(last()).toMatchObject({ groupBy: [{ facet: 'service', limit: 5 }] });
    await user.click(screen.getByRole('radio', { name: 'Scalar' }));
    expect(last()).toMatchObject({ format: 'scalar' });
    expect(screen.queryByRole('combobox', { name: 'Aggregate' })).not.toBeInTheDocument();
  });

  it('runs no aggregate that lacks its facet', () => {
    const { datasource } = edit({ queryType: 'logs', mode: 'aggregate', compute: [{ aggregation: 'avg' }] });
    expect(screen.getByRole('button', { name: 'Run' })).toBeDisabled();
    expect(datasource.filterQuery({ refId: 'A', queryType: 'logs', query: '' })).toBe(true);
  });
});
