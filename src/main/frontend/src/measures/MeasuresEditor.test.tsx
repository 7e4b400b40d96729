// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { edit } from '../../testing/editing';
import { user } from '../../testing/user';
import { MEASURES } from './products';

jest.mock('@grafana/ui', () => ({
  ...jest.requireActual('@grafana/ui'),
  CodeEditor: jest.requireActual('../../testing/codeEditor').CodeEditor,
}));

describe('the editor of measures', () => {
  it('fills in what the data source takes', async () => {
    const { last, asked } = edit(
      { queryType: 'apm-resources', source: {} },
      {
        answers: {
          'autocomplete/envs': () => ({ items: [{ text: 'prod' }] }),
          'autocomplete/services': () => ({ items: [{ text: 'web' }] }),
        },
      }
    );
    expect(screen.getByRole('button', { name: 'Run' })).toBeDisabled();
    await user.click(screen.getByRole('combobox', { name: 'Measure' }));
    await user.click(await screen.findByRole('option', { name: 'hits' }));
    await user.click(screen.getByRole('combobox', { name: 'Env' }));
    await user.click(await screen.findByRole('option', { name: 'prod' }));
    await user.click(screen.getByRole('combobox', { name: 'Service' }));
    await user.click(await screen.findByRole('option', { name: 'web' }));
    expect(last()).toMatchObject({ source: { stat: 'hits', env: 'prod', service: 'web' } });
    expect(asked).toContainEqual({ path: 'autocomplete/services', data: { env: 'prod' } });
    expect(screen.getByRole('button', { name: 'Run' })).toBeEnabled();
  });

  it('saves the id of an SLO that is chosen by its name', async () => {
    const { last } = edit(
      { queryType: 'slo-measures', source: { measure: 'slo_status' } },
      { answers: { 'autocomplete/slos': () => ({ items: [{ text: 'Checkout works', value: 'slo-1' }] }) } }
    );
    await user.click(screen.getByRole('combobox', { name: 'SLO' }));
    await user.click(await screen.findByRole('option', { name: /Checkout works/ }));
    expect(last()).toMatchObject({ source: { measure: 'slo_status', sloId: 'slo-1' } });
  });

  it.each(MEASURES.map(({ queryType }) => [queryType]))('shows %s without changing it', (queryType) => {
    const { saved } = edit({ queryType, source: { unknown: 1 } });
    expect(screen.getByRole('radio', { name: 'Time series' })).toBeInTheDocument();
    expect(saved).toEqual([]);
  });
});
