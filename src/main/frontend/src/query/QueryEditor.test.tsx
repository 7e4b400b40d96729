// SPDX-License-Identifier: Apache-2.0
import { CoreApp } from '@grafana/data';
import { render, screen, waitFor } from '@testing-library/react';
import React, { useState } from 'react';
import { fakeDatasource } from '../../testing/datasource';
import { user } from '../../testing/user';
import { SavedQuery } from '../types';
import { Kind, KindEditorProps, KINDS } from './kinds';
import { QueryEditor } from './QueryEditor';

jest.mock('@grafana/ui', () => ({
  ...jest.requireActual('@grafana/ui'),
  CodeEditor: jest.requireActual('../../testing/codeEditor').CodeEditor,
}));

const CPU = 'avg:system.cpu.user{*}';

interface Options {
  kinds?: Kind[];
  app?: CoreApp;
  answers?: Parameters<typeof fakeDatasource>[0];
}

function show(query: object, { kinds, app, answers }: Options = {}) {
  const { datasource, asked } = fakeDatasource(answers);
  const saved: SavedQuery[] = [];
  const onRunQuery = jest.fn();
  function Host() {
    const [current, setCurrent] = useState<SavedQuery>({ refId: 'A', ...query });
    const onChange = (changed: SavedQuery) => {
      saved.push(changed);
      setCurrent(changed);
    };
    return <QueryEditor {...{ query: current, datasource, onChange, onRunQuery, kinds, app }} />;
  }
  render(<Host />);
  return { saved, onRunQuery, asked, last: () => saved[saved.length - 1] };
}

const code = () => screen.findByRole('textbox', { name: /Metric query/ });

describe('the query editor', () => {
  it('opens a query that was written by hand as code, and changes nothing by itself', async () => {
    const { saved, onRunQuery } = show({ query: CPU });
    expect(await code()).toHaveValue(CPU);
    expect(saved).toEqual([]);
    expect(onRunQuery).not.toHaveBeenCalled();
  });

  it('runs a changed text when it is left', async () => {
    const { last, onRunQuery } = show({ query: CPU });
    await user.type(await code(), ' + 1');
    expect(onRunQuery).not.toHaveBeenCalled();
    await user.tab();
    expect(last()).toMatchObject({ version: 1, queryType: 'metrics', query: `${CPU} + 1`, editor: 'code' });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('runs by Shift and Enter, changed or not', async () => {
    const { saved, onRunQuery } = show({ query: CPU });
    await user.type(await code(), '{Shift>}{Enter}{/Shift}');
    expect(onRunQuery).toHaveBeenCalledTimes(1);
    expect(saved).toEqual([]);
  });

  it('tells what is wrong below the text', async () => {
    show({ query: 'wrong(1)' });
    expect(await screen.findByText(/did you mean round/)).toBeInTheDocument();
  });

  it('keeps the query when it switches to the form and back', async () => {
    const { last } = show({ query: CPU });
    await user.click(await screen.findByRole('radio', { name: 'Builder' }));
    expect(await screen.findByDisplayValue('system.cpu.user')).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Code' }));
    expect(await code()).toHaveValue(CPU);
    expect(last()).toMatchObject({ query: CPU, editor: 'code' });
  });

  it('has no button to run in Explore, which has its own', () => {
    show({ query: CPU }, { app: CoreApp.Explore });
    expect(screen.queryByRole('button', { name: 'Run' })).not.toBeInTheDocument();
  });

  it('shows a query of a newer version and leaves it alone', () => {
    const { saved } = show({ version: 7, queryType: 'metrics', query: CPU, tree: [1] });
    expect(screen.getByText(/saved by a newer Dromedary \(version 7\)/)).toBeInTheDocument();
    expect(screen.getByText(/"tree"/)).toBeInTheDocument();
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(saved).toEqual([]);
  });

  it('shows a query of an unknown kind and leaves it alone', () => {
    show({ version: 1, queryType: 'traces' });
    expect(screen.getByText(/Unknown kind of query: traces/)).toBeInTheDocument();
  });

  it('takes another product without being changed itself', async () => {
    const Logs = ({ query }: KindEditorProps) => <p>logs of {query.refId}</p>;
    const logs: Kind = {
      queryType: 'logs',
      label: 'Logs',
      description: '',
      group: 'Events',
      Editor: Logs,
      hasBuilder: false,
      initial: { query: 'status:error' },
      isComplete: () => true,
    };
    const { last } = show({ query: CPU }, { kinds: [...KINDS.slice(0, 1), logs] });
    const choose = async (name: string) => {
      await user.click(screen.getByRole('combobox', { name: 'Query type' }));
      await user.click(await screen.findByRole('option', { name: new RegExp(`^${name}`) }));
    };
    await choose('Logs');
    expect(screen.getByText('logs of A')).toBeInTheDocument();
    expect(last()).toEqual({ refId: 'A', version: 1, queryType: 'logs', query: 'status:error' });
    expect(screen.queryByRole('radio', { name: 'Builder' })).not.toBeInTheDocument();
    await choose('Metrics');
    expect(last()).toMatchObject({ refId: 'A', queryType: 'metrics', query: CPU });
  });
});

describe('the explanation', () => {
  it('tells requests and what they cost', async () => {
    const { asked } = show({ query: CPU });
    await user.click(screen.getByRole('button', { name: 'Explain' }));
    expect(await screen.findByText(/POST \/api\/v2\/query\/timeseries/)).toBeInTheDocument();
    expect(screen.getByText(/1 call to Datadog; 299 of 300 left of query_timeseries for 12 s/)).toBeInTheDocument();
    const question = asked.find(({ path }) => path === 'query/explain')?.data;
    expect(question).toMatchObject({ queries: [{ refId: 'A', query: CPU, variables: {}, filters: [] }] });
  });

  it('need not be waited for', async () => {
    show({ query: CPU }, { answers: { 'query/explain': () => new Promise(() => {}) } });
    await user.click(screen.getByRole('button', { name: 'Explain' }));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(screen.getByRole('button', { name: 'Explain' })).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('tells why it cannot be given', async () => {
    const refuse = () => {
      throw { status: 403, data: { message: 'Datadog refused the keys.' } };
    };
    show({ query: CPU }, { answers: { 'query/explain': refuse } });
    await user.click(screen.getByRole('button', { name: 'Explain' }));
    expect(await screen.findByText('Datadog refused the keys.')).toBeInTheDocument();
  });
});

describe('what comes with a query', () => {
  it('changes the legend once it is finished', async () => {
    const { saved, last } = show({ query: CPU });
    await user.type(screen.getByRole('textbox', { name: 'Legend' }), '{{{{host}}{Enter}');
    expect(saved).toHaveLength(1);
    expect(last()?.legend).toBe('{{host}}');
  });

  it('asks how scalars are made only for scalars', async () => {
    const { last } = show({ query: CPU });
    expect(screen.queryByLabelText('Aggregate')).not.toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Scalar' }));
    await user.click(screen.getByRole('combobox', { name: 'Aggregate' }));
    await user.click(await screen.findByRole('option', { name: 'max' }));
    await user.type(screen.getByRole('spinbutton', { name: 'Limit' }), '5{Enter}');
    expect(last()).toMatchObject({ format: 'scalar', aggregator: 'max', limit: 5 });
  });

  it('takes a rollup of whole seconds', async () => {
    const { last } = show({ query: CPU });
    await user.click(screen.getByRole('combobox', { name: 'Rollup' }));
    await user.click(await screen.findByRole('option', { name: /^sum/ }));
    expect(last()).toMatchObject({ rollup: 'sum,60' });
    const seconds = screen.getByRole('textbox', { name: 'Seconds' });
    await user.type(seconds, '.5{Enter}');
    expect(await screen.findByText('Whole seconds, 1 or more')).toBeInTheDocument();
    expect(last()).toMatchObject({ rollup: 'sum,60' });
  });

  it('shows what came along from a dashboard, until it is dropped', async () => {
    const { last } = show({
      query: CPU,
      variables: { host: ['a', 'b'] },
      filters: [{ key: 'env', operator: '=', values: ['prod'] }],
    });
    await user.click(screen.getByText('$host = a, b ×'));
    await user.click(screen.getByText('env = prod ×'));
    await waitFor(() => expect(screen.queryByText('From the dashboard:')).not.toBeInTheDocument());
    expect(last()).toMatchObject({ variables: {}, filters: [] });
  });
});
