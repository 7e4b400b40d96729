// SPDX-License-Identifier: Apache-2.0
import { Resources } from '../resources/Resources';
import { firstStep, functions, modifiers, parametersOf } from './functions';

describe('functions of the builder', () => {
  const items = [
    { kind: 'aggregator', text: 'avg:', from: 0, to: 0 },
    { kind: 'function', text: 'top(', detail: 'top(query, limit, by, direction)', from: 0, to: 0 },
    { kind: 'modifier', text: '.rollup(', detail: '.rollup(method, [seconds])', from: 0, to: 0 },
  ];
  const resources = new Resources({
    getResource: () => Promise.reject(new Error('not asked')),
    postResource: async () => ({ items }),
  });

  it('are those that completion offers', async () => {
    expect((await functions(resources)).map(({ name }) => name)).toEqual(['top']);
    expect(await modifiers(resources)).toEqual([
      { name: 'rollup', parameters: ['method', '[seconds]'], detail: '.rollup(method, [seconds])' },
    ]);
  });

  it('begin with arguments that work', async () => {
    const [top] = await functions(resources);
    expect(top && firstStep(top)).toEqual({ name: 'top', arguments: ['10', "'mean'", "'desc'"] });
    expect(firstStep({ name: 'anomalies', parameters: ['algorithm', '[bounds]'], detail: '' }).arguments).toEqual([
      "'basic'",
    ]);
  });

  it.each([
    ['abs(query)', []],
    ['.as_rate()', []],
    ['forecast(query, algorithm, [deviations], [interval=…])', ['algorithm', '[deviations]']],
    ['', []],
  ])('take the parameters of %s', (signature, parameters) => {
    expect(parametersOf(signature)).toEqual(parameters);
  });
});
