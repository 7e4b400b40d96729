// SPDX-License-Identifier: Apache-2.0
import { emptyModel, emptyPart, Part, rollupOf, withoutPart, withPart, withRollup, writable } from './model';

const cpu: Part = { ...emptyPart('a'), metric: 'system.cpu.user' };

describe('the builder model', () => {
  it('adds a query to the formula, so that it is not lost', () => {
    const two = withPart({ queries: [cpu], formula: '' });
    expect(two.queries.map((part) => part.name)).toEqual(['a', 'b']);
    expect(two.formula).toBe('a + b');
    expect(withPart({ ...two, formula: 'a / b' }).formula).toBe('a / b + c');
  });

  it('names a new query by the first letter that is free', () => {
    const gap = withoutPart(withPart(withPart({ queries: [cpu], formula: '' })), 'b');
    expect(withPart(gap).queries.map((part) => part.name)).toEqual(['a', 'c', 'b']);
  });

  it('forgets a formula whose query is gone', () => {
    const two = { queries: [cpu, { ...cpu, name: 'b' }], formula: 'a / b * 100' };
    expect(withoutPart(two, 'b')).toEqual({ queries: [cpu], formula: '' });
  });

  it('is written once every query has a metric, without unfinished filters', () => {
    expect(writable(emptyModel())).toBeNull();
    const host = { key: 'host', operator: '=', values: ['a'] };
    const half = { key: 'env', operator: '=', values: [] };
    const variable = { key: '$scope', operator: 'tag', values: [] };
    const part = { ...cpu, filters: [host, half, variable, { ...host, key: '' }] };
    expect(writable({ queries: [part], formula: '' })?.queries[0]?.filters).toEqual([host, variable]);
  });

  it('keeps other modifiers when the rollup changes', () => {
    const rate = { ...cpu, modifiers: [{ name: 'as_rate', arguments: [] }] };
    const rolled = withRollup(rate, ['sum', '60']);
    expect(rollupOf(rolled)).toEqual(['sum', '60']);
    expect(withRollup(rolled, ['', ''])).toEqual(rate);
  });
});
