// SPDX-License-Identifier: Apache-2.0
import { DataFrame, toDataFrame } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import React, { useState } from 'react';
import { firstValueFrom, of } from 'rxjs';
import { fakeDatasource } from '../../testing/datasource';
import { user } from '../../testing/user';
import { VariableQuery } from './query';
import { VariableEditor } from './VariableEditor';
import { VariableSupport } from './VariableSupport';

function show(saved: unknown) {
  const { datasource, asked } = fakeDatasource();
  const changes: unknown[][] = [];
  function Host() {
    const [query, setQuery] = useState(saved as VariableQuery);
    const onChange = (...change: unknown[]) => {
      changes.push(change);
      setQuery(change[0] as VariableQuery);
    };
    return <VariableEditor {...{ query, datasource, onChange, onRunQuery: () => {} }} />;
  }
  render(<Host />);
  return { changes, asked };
}

async function choose(name: string, option: RegExp) {
  await user.click(screen.getByRole('combobox', { name }));
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('the editor of variables', () => {
  it('lists the values of a tag of a metric', async () => {
    const { changes } = show('');
    await choose('Metric', /^system.load.1/);
    await choose('Tag', /^host/);
    await user.type(screen.getByRole('textbox', { name: 'Where' }), 'env:$env{Enter}');
    expect(changes.at(-1)).toEqual([
      {
        refId: 'variable',
        version: 1,
        kind: 'tagValues',
        metric: 'system.load.1',
        key: 'host',
        scope: 'env:$env',
        query: 'Tag values of host on system.load.1{env:$env}',
      },
      'Tag values of host on system.load.1{env:$env}',
    ]);
  });

  it('asks for what its kind needs only', async () => {
    show('all-metrics');
    expect(screen.queryByRole('combobox', { name: 'Metric' })).not.toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Name has' })).toBeInTheDocument();
    await choose('List', /^Tag keys/);
    expect(screen.getByRole('combobox', { name: 'Metric' })).toBeInTheDocument();
    expect(screen.queryByRole('combobox', { name: 'Tag' })).not.toBeInTheDocument();
  });

  it('shows a text of another plugin as what it means', () => {
    show('datadog.agent.running:all-tags');
    expect(screen.getByRole('combobox', { name: 'Metric' })).toHaveValue('datadog.agent.running');
  });
});

describe('a variable of a newer version', () => {
  it.each([
    [{ version: 7, kind: 'tagValues', key: 'host' }, /This variable was saved by a newer Dromedary \(version 7\)/],
    [{ kind: 'comets' }, /Unknown kind of variable: comets/],
  ])('is shown and left alone: %j', async (saved, text) => {
    const { changes } = show({ refId: 'variable', ...saved });
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    expect(changes).toEqual([]);
  });

  it('lists nothing, and says why', async () => {
    const { datasource } = fakeDatasource();
    const request = { targets: [{ refId: 'A', version: 7, kind: 'hosts' }], scopedVars: {} } as never;
    await expect(firstValueFrom((datasource.variables as VariableSupport).query(request))).rejects.toThrow(
      'update the plugin'
    );
  });
});

describe('the values of a variable', () => {
  async function values(target: unknown, frames: DataFrame[] = []) {
    const { datasource } = fakeDatasource();
    datasource.query = jest.fn(() => of({ data: frames }));
    const request = { targets: [target], scopedVars: {} } as never;
    const reply = await firstValueFrom((datasource.variables as VariableSupport).query(request));
    return { texts: reply.data.map((value: { text: string }) => value.text), query: datasource.query };
  }

  it('come from a list', async () => {
    expect((await values('all-hosts')).texts).toEqual(['web-1', 'web-2', 'db-1']);
  });

  it('are ids of synthetic tests, shown by name', async () => {
    const items = [
      { text: 'Home page', value: 'abc-1' },
      { text: 'Checkout', value: 'abc-2' },
      { text: 'Checkout', value: 'abc-3' },
    ];
    const { datasource, asked } = fakeDatasource({ 'autocomplete/synthetic-tests': () => ({ items }) });
    const request = { targets: [{ refId: 'A', kind: 'syntheticTests', filter: 'o' }], scopedVars: {} } as never;
    const reply = await firstValueFrom((datasource.variables as VariableSupport).query(request));
    expect(reply.data).toEqual([
      { text: 'Home page', value: 'abc-1' },
      { text: 'Checkout (abc-2)', value: 'abc-2' },
      { text: 'Checkout (abc-3)', value: 'abc-3' },
    ]);
    expect(asked).toMatchObject([{ path: 'autocomplete/synthetic-tests', data: { query: 'o' } }]);
  });

  it('come from series where they have to fit a scope', async () => {
    const target = { refId: 'A', kind: 'tagValues', metric: 'a.b', key: 'host', scope: 'env:$env' };
    const frame = toDataFrame({ fields: [{ name: 'host', values: ['web-2', 'web-1'] }] });
    const { texts, query } = await values(target, [frame]);
    expect(texts).toEqual(['web-1', 'web-2']);
    expect(query).toHaveBeenCalledWith(
      expect.objectContaining({ targets: [expect.objectContaining({ query: 'avg:a.b{env:$env} by {host}' })] })
    );
  });
});
