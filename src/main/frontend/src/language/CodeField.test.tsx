// SPDX-License-Identifier: Apache-2.0
import { act, fireEvent, render, screen } from '@testing-library/react';
import React from 'react';
import { user } from '../../testing/user';
import { preload } from '../controls/lazily';
import { CodeField, MonacoField } from './CodeField';

jest.mock('./MonacoField', () => ({
  MonacoField: () => {
    throw new Error('Monaco cannot be drawn');
  },
}));

describe('the field for code where Monaco cannot be had', () => {
  async function show(value: string) {
    jest.spyOn(console, 'error').mockImplementation(() => {}); // React tells of what was thrown
    const onChange = jest.fn();
    const onRun = jest.fn();
    const field = (text: string) => (
      <CodeField language="sql" label="SQL query" value={text} placeholder="" {...{ onChange, onRun }} />
    );
    const { rerender } = render(field(value));
    await act(() => preload(MonacoField));
    return { onChange, onRun, another: (text: string) => rerender(field(text)) };
  }
  const field = () => screen.getByRole('textbox', { name: 'SQL query. Shift and Enter run it.' });
  afterEach(() => jest.restoreAllMocks());

  it('takes what is typed and runs it', async () => {
    const { onChange, onRun } = await show('SELECT 1');
    await user.type(field(), ' + 1');
    expect(onChange).not.toHaveBeenCalled();
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(onChange).toHaveBeenCalledWith('SELECT 1 + 1');
    expect(onRun).toHaveBeenCalledTimes(1);
  });

  it('runs a changed text when it is left, and nothing otherwise', async () => {
    const { onChange, onRun } = await show('SELECT 1');
    fireEvent.blur(field());
    expect(onRun).not.toHaveBeenCalled();
    fireEvent.change(field(), { target: { value: 'SELECT 2' } });
    fireEvent.blur(field());
    expect(onChange).toHaveBeenCalledWith('SELECT 2');
    expect(onRun).toHaveBeenCalledTimes(1);
  });

  it('shows a text that comes from elsewhere', async () => {
    const { another } = await show('SELECT 1');
    another('SELECT 3');
    expect(field()).toHaveValue('SELECT 3');
  });
});
