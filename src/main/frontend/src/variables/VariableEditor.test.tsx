// SPDX-License-Identifier: Apache-2.0
import { render, screen } from '@testing-library/react';
import React, { useState } from 'react';
import { fakeDatasource } from '../../testing/datasource';
import { user } from '../../testing/user';
import { VariableQuery } from './query';
import { VariableEditor } from './VariableEditor';

function show(saved: unknown) {
  const { datasource } = fakeDatasource();
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
  return { changes };
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
});
