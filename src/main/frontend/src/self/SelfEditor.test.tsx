// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { edit } from '../../testing/editing';
import { user } from '../../testing/user';

describe('the editor of what Dromedary counts', () => {
  it('chooses and runs', async () => {
    const { last, onRunQuery, datasource } = edit({ queryType: 'dromedary' });
    await user.click(screen.getByRole('radio', { name: 'Caches' }));
    expect(last()).toMatchObject({ queryType: 'dromedary', mode: 'caches' });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
    expect(datasource.filterQuery({ refId: 'A', version: 1, queryType: 'dromedary' })).toBe(true);
  });
});
