// SPDX-License-Identifier: Apache-2.0
import { fromGrafana, merge } from './filters';

describe('ad-hoc filters', () => {
  it('take one value or several', () => {
    const filters = [
      { key: 'env', operator: '=', value: 'prod' },
      { key: 'host', operator: '=|', value: 'a', values: ['a', 'b'] },
    ];
    expect(fromGrafana(filters)).toEqual([
      { key: 'env', operator: '=', values: ['prod'] },
      { key: 'host', operator: '=|', values: ['a', 'b'] },
    ]);
  });

  it('are left out while they are being written', () => {
    const filters = [
      { key: '', operator: '=', value: 'x' },
      { key: 'env', operator: '=', value: ' ' },
    ];
    expect(fromGrafana(filters)).toEqual([]);
  });

  it('are not applied twice', () => {
    const filter = { key: 'env', operator: '=', values: ['prod'] };
    const other = { key: 'env', operator: '!=', values: ['prod'] };
    expect(merge([filter], [{ ...filter }, other])).toEqual([filter, other]);
  });
});
