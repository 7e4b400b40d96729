// SPDX-License-Identifier: Apache-2.0
import { namesOf } from './named';

describe('names', () => {
  it('are told apart by their ids where several are equal', () => {
    const { names, values } = namesOf([
      { text: 'CPU', value: '1' },
      { text: 'Disk', value: '2' },
      { text: 'CPU', value: '3' },
    ]);
    expect(names).toEqual(['CPU (1)', 'Disk', 'CPU (3)']);
    expect(values).toEqual({ 'CPU (1)': '1', Disk: '2', 'CPU (3)': '3' });
  });

  it('are what is saved where there are no ids', () => {
    expect(namesOf([{ text: 'a' }, { text: 'b', value: 'b' }])).toEqual({ names: ['a', 'b'], values: undefined });
  });
});
