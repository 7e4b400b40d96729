// SPDX-License-Identifier: Apache-2.0
import { render, screen } from '@testing-library/react';
import React from 'react';
import { fakeDatasource } from '../../testing/datasource';
import { user } from '../../testing/user';
import { plugin } from '../module';
import { SavedQuery } from '../types';

describe('the help beside a query', () => {
  it('has examples that can be taken, and run', async () => {
    const { datasource } = fakeDatasource();
    const { QueryEditorHelp } = plugin.components;
    const taken: SavedQuery[] = [];
    const query = { refId: 'B', datasource: { uid: 'x' } };
    render(
      <>{QueryEditorHelp && <QueryEditorHelp {...{ datasource, query, onClickExample: (one) => taken.push(one) }} />}</>
    );
    const examples = await screen.findAllByRole('button');
    for (const example of examples) {
      await user.click(example);
    }
    expect(taken.length).toBeGreaterThan(8);
    for (const one of taken) {
      expect(one).toMatchObject({ refId: 'B', datasource: { uid: 'x' }, version: 1 });
      expect(datasource.filterQuery(one)).toBe(true);
    }
  });
});
