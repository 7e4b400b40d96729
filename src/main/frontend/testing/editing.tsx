// SPDX-License-Identifier: Apache-2.0
import { CoreApp } from '@grafana/data';
import { render } from '@testing-library/react';
import React, { useState } from 'react';
import { preload } from '../src/controls/lazily';
import { MonacoField } from '../src/language/CodeField';
import { KINDS } from '../src/query/kinds';
import { QueryEditor } from '../src/query/QueryEditor';
import { SavedQuery } from '../src/types';
import { fakeDatasource } from './datasource';

// what comes later in a browser is there at once
beforeAll(() => Promise.all([...KINDS.map(({ Editor }) => Editor), MonacoField].map(preload)));

/** Shows the editor of a saved query as Grafana does, and collects what it saves and asks. */
export function edit(
  query: object,
  { app, answers }: { app?: CoreApp; answers?: Parameters<typeof fakeDatasource>[0] } = {}
) {
  const { datasource, asked } = fakeDatasource(answers);
  const saved: SavedQuery[] = [];
  const onRunQuery = jest.fn();
  function Host() {
    const [current, setCurrent] = useState<SavedQuery>({ refId: 'A', version: 1, ...query });
    const onChange = (changed: SavedQuery) => {
      saved.push(changed);
      setCurrent(changed);
    };
    return <QueryEditor {...{ query: current, datasource, onChange, onRunQuery, app }} />;
  }
  render(<Host />);
  return { saved, onRunQuery, asked, datasource, last: () => saved[saved.length - 1] };
}
