// SPDX-License-Identifier: Apache-2.0
import { render, screen, waitFor } from '@testing-library/react';
import React, { ComponentProps } from 'react';
import { user } from '../../testing/user';
import { Choice } from './Choice';
import { NamesPicker } from './NamesPicker';

const OPTIONS = ['avg', 'max'].map((value) => ({ value, label: `the ${value}` }));

function show(props: Partial<ComponentProps<typeof Choice>> = {}) {
  const onChange = jest.fn();
  render(<Choice label="Method" options={OPTIONS} value="avg" {...props} onChange={onChange} />);
  return { onChange, field: () => screen.getByRole('combobox', { name: 'Method' }) };
}

/** The list that belongs to a field, open or not. */
const list = () => document.querySelector('[role=listbox]');

describe('a choice', () => {
  it('shows what is chosen, without a list that nobody has asked for', () => {
    const { field } = show();
    expect(field()).toHaveValue('the avg');
    expect(field()).toHaveAttribute('aria-expanded', 'false');
    expect(list()).toBeNull();
  });

  it('takes every letter of somebody who comes by keyboard', async () => {
    const { field, onChange } = show();
    await user.tab();
    expect(field()).toHaveFocus();
    expect(list()).toBeInTheDocument();
    await user.keyboard('max');
    expect(await screen.findAllByRole('option')).toHaveLength(1);
    await user.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledWith('max');
  });

  it('opens at the first click', async () => {
    const { field, onChange } = show();
    await user.click(field());
    expect(field()).toHaveFocus();
    await user.click(await screen.findByRole('option', { name: /max/ }));
    expect(onChange).toHaveBeenCalledWith('max');
  });

  it('is opened by no other button of the mouse', async () => {
    const { field } = show();
    await user.pointer({ keys: '[MouseRight]', target: field() });
    expect(screen.queryByRole('option')).toBeNull();
  });

  it('stays as it is when it cannot be changed', async () => {
    const { field } = show({ disabled: true });
    await user.click(field());
    await user.tab();
    expect(list()).toBeNull();
  });

  it('shows from the start that it can be cleared', () => {
    show({ isClearable: true });
    expect(screen.getByLabelText('Clear value')).toBeInTheDocument();
  });

  it('takes the keyboard when it is new', () => {
    const { field } = show({ autoFocus: true });
    expect(field()).toHaveFocus();
  });
});

describe('a choice of several', () => {
  it('takes every letter of somebody who comes by keyboard', async () => {
    const onChange = jest.fn();
    const load = async () => ({ names: ['env', 'host'], complete: true });
    render(<NamesPicker label="Tags" placeholder="none" values={[]} load={load} onChange={onChange} />);
    expect(list()).toBeNull();
    await user.tab();
    const field = screen.getByRole('combobox', { name: 'Tags' });
    expect(field).toHaveFocus();
    await user.keyboard('host');
    expect(field).toHaveValue('host');
    await user.click(await screen.findByRole('option', { name: /host/ }));
    await waitFor(() => expect(onChange).toHaveBeenCalledWith(['host']));
  });
});
