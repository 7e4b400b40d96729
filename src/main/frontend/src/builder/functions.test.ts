// SPDX-License-Identifier: Apache-2.0
import { Resources } from '../resources/Resources';
import { findSteps, firstStep, parametersOf } from './functions';

describe('functions of the builder', () => {
  const items = [
    { kind: 'aggregator', text: 'avg', insert: 'avg:', detail: 'Average', from: 0, to: 0 },
    { kind: 'function', text: 'top', insert: 'top(', detail: 'top(query, limit, by, direction) – Keeps the first' },
    { kind: 'modifier', text: 'rollup', insert: 'rollup(', detail: '.rollup(method, [seconds]) – Chooses (how)' },
  ];
  const asked: unknown[] = [];
  const resources = new Resources({
    getResource: () => Promise.reject(new Error('not asked')),
    postResource: async (_, question) => {
      asked.push(question);
      return { items };
    },
  });

  it('are those that completion offers', async () => {
    expect((await findSteps('function', 'to', resources)).map(({ name }) => name)).toEqual(['top']);
    expect(await findSteps('modifier', 'r', resources)).toMatchObject([
      { name: 'rollup', parameters: ['method', '[seconds]'] },
    ]);
    expect(asked).toEqual([
      { query: 'to', cursor: 2 },
      { query: 'avg:m{*}.r', cursor: 10 },
    ]);
  });

  it('begin with arguments that work', async () => {
    const [top] = await findSteps('function', '', resources);
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
