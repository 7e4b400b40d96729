// SPDX-License-Identifier: Apache-2.0
import { render, screen } from '@testing-library/react';
import React from 'react';
import { user } from '../../testing/user';
import { lazily, preload } from './lazily';

const Hello = ({ name }: { name: string }) => <p>Hello {name}</p>;

describe('a component whose code is fetched when it is shown', () => {
  it('keeps its place until then, and is there at once a second time', async () => {
    const load = jest.fn(async () => Hello);
    const Lazy = lazily(load, 50);
    const { unmount } = render(<Lazy name="A" />);
    expect(screen.getByRole('status', { name: 'Loading' })).toHaveStyle({ minHeight: '50px' });
    expect(await screen.findByText('Hello A')).toBeInTheDocument();
    unmount();
    render(<Lazy name="B" />);
    expect(screen.getByText('Hello B')).toBeInTheDocument();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is there at once where it was fetched before', async () => {
    const Lazy = lazily(async () => Hello, 50);
    await preload(Lazy);
    render(<Lazy name="A" />);
    expect(screen.getByText('Hello A')).toBeInTheDocument();
  });

  it('can be asked for again where its code could not be had', async () => {
    const load = jest.fn(async () => Hello);
    load.mockRejectedValueOnce(new Error('no network'));
    const Lazy = lazily(load, 50);
    render(<Lazy name="A" />);
    expect(await screen.findByText(/reload the page/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Hello A')).toBeInTheDocument();
  });
});
