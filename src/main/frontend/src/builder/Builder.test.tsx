// SPDX-License-Identifier: Apache-2.0
import { render, screen, waitFor, within } from '@testing-library/react';
import React, { useState } from 'react';
import { fakeDatasource } from '../../testing/datasource';
import { user } from '../../testing/user';
import { Builder } from './Builder';

function show(text: string, answers: Parameters<typeof fakeDatasource>[0] = {}) {
  const { datasource, asked } = fakeDatasource(answers);
  const texts: string[] = [];
  const onCode = jest.fn();
  let setText: (text: string) => void = () => {};
  function Host() {
    const [current, setCurrent] = useState(text);
    setText = setCurrent;
    const onChange = (changed: string) => {
      texts.push(changed);
      setCurrent(changed);
    };
    return <Builder text={current} resources={datasource.resources} onChange={onChange} onCode={onCode} />;
  }
  render(<Host />);
  return { texts, onCode, asked, setText: (changed: string) => setText(changed) };
}

async function choose(name: string | RegExp, option: string, where: HTMLElement = document.body) {
  await user.click(within(where).getByRole('combobox', { name }));
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${option}`) }));
}

const CPU = 'avg:system.cpu.user{*}';

describe('the builder', () => {
  it('makes a query by choosing only', async () => {
    const { texts } = show('');
    await choose('Metric', 'system.load.1');
    await choose('Aggregate by', 'max');
    await user.click(screen.getByRole('button', { name: 'Add a filter' }));
    await choose('Tag', 'env');
    await choose('Value of env', 'prod');
    await choose('Group by', 'host');
    await waitFor(() => expect(texts.at(-1)).toBe('max:system.load.1{env:prod} by {host}'));
  });

  it('leads out of a wait that is too long', async () => {
    const { onCode } = show(CPU, { 'query/builder': () => new Promise(() => {}) });
    expect(screen.getByLabelText('Reading the query')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Edit as code' }));
    expect(onCode).toHaveBeenCalledTimes(1);
  });

  it('tells why there is nothing to choose from', async () => {
    const refuse = () => {
      throw { status: 403, data: { message: 'Datadog refused: the key lacks metrics_read.' } };
    };
    const { texts } = show('', { 'autocomplete/metrics': refuse });
    await user.click(screen.getByRole('combobox', { name: 'Metric' }));
    expect(await screen.findByText('Datadog refused: the key lacks metrics_read.')).toBeInTheDocument();
    await user.type(screen.getByRole('combobox', { name: 'Metric' }), 'my.own{Enter}');
    await waitFor(() => expect(texts.at(-1)).toBe('avg:my.own{*}'));
  });

  it('does not ask again for a text that it has written', async () => {
    const { texts, asked } = show(CPU);
    await screen.findByDisplayValue('system.cpu.user');
    await choose('Aggregate by', 'sum');
    await waitFor(() => expect(texts).toEqual(['sum:system.cpu.user{*}']));
    const read = asked.filter(({ path, data }) => path === 'query/builder' && 'query' in (data as object));
    expect(read).toHaveLength(1);
  });

  it('reads a text that somebody else has written', async () => {
    const { setText } = show(CPU);
    await screen.findByDisplayValue('system.cpu.user');
    React.act(() => setText('sum:shop.orders{*}'));
    expect(await screen.findByDisplayValue('shop.orders')).toBeInTheDocument();
  });

  it('adds functions with arguments that work, and removes them', async () => {
    const { texts } = show(CPU);
    await screen.findByDisplayValue('system.cpu.user');
    await choose('Add a function', 'top');
    await waitFor(() => expect(texts.at(-1)).toBe(`top(${CPU}, 10, 'mean', 'desc')`));
    await user.click(screen.getByRole('button', { name: 'Remove top' }));
    await waitFor(() => expect(texts.at(-1)).toBe(CPU));
  });

  it('calculates with several queries', async () => {
    const models: Array<{ formula: string }> = [];
    const write = ({ model }: { model: { formula: string } }) => {
      models.push(model);
      return { query: 'a text' };
    };
    const read = {
      queries: [{ name: 'a', metric: 'm', aggregator: 'avg', filters: [], groupBy: [], modifiers: [], functions: [] }],
      formula: '',
    };
    show('avg:m{*}', { 'query/builder': (data: { model: never }) => (data.model ? write(data) : { model: read }) });
    await user.click(await screen.findByRole('button', { name: /calculate/ }));
    const second = screen.getByRole('group', { name: 'Metric b' });
    await choose('Metric', 'shop.orders', second);
    await user.clear(screen.getByRole('textbox', { name: 'Formula' }));
    await user.type(screen.getByRole('textbox', { name: 'Formula' }), 'a / b');
    await waitFor(() => expect(models.at(-1)?.formula).toBe('a / b'));
  });

  it('leaves what it cannot show as text, and says why', async () => {
    const { texts, onCode } = show('avg:a{x:y OR z:w}');
    expect(await screen.findByText(/^The form holds filters that all apply.*several\.$/)).toBeInTheDocument();
    expect(screen.getByText('avg:a{x:y OR z:w}')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Edit as code' }));
    expect(onCode).toHaveBeenCalled();
    expect(texts).toEqual([]);
  });

  it('keeps an edit that cannot be written, and says why', async () => {
    const refuse = (data: { model?: unknown }) => {
      if (data.model) {
        throw { status: 400, data: { message: 'the metric has a space in its name' } };
      }
      return { model: null, reason: '' };
    };
    const { texts } = show('', { 'query/builder': refuse });
    await choose('Metric', 'shop.orders');
    expect(await screen.findByText('The metric has a space in its name.')).toBeInTheDocument();
    expect(screen.getByDisplayValue('shop.orders')).toBeInTheDocument();
    expect(texts).toEqual([]);
  });

  it('says so when the backend is down', async () => {
    const down = () => {
      throw { status: 502, statusText: 'Bad Gateway' };
    };
    show(CPU, { 'query/builder': down });
    expect(await screen.findByText('Bad Gateway.')).toBeInTheDocument();
  });
});
