// SPDX-License-Identifier: Apache-2.0
import { fakeTemplates } from '../../testing/templates';
import { Resources } from '../resources/Resources';
import { chained, lookUp } from './lookup';
import { VariableQuery } from './query';

function recorded(lists: Record<string, string[]>) {
  const asked: string[] = [];
  const getResource = async (path: string, params: Record<string, unknown> = {}) => {
    const call = [path, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(' ');
    asked.push(call);
    return { items: (lists[call] ?? []).map((text) => ({ text })) };
  };
  return { asked, resources: new Resources({ getResource, postResource: getResource }) };
}

const variable = (query: Partial<VariableQuery>) => ({ refId: 'A', kind: 'tagValues', ...query }) as VariableQuery;

describe('a variable', () => {
  it('lists the values of a tag that fit a scope', async () => {
    const call = 'autocomplete/tag-values metric=a.b key=host scope=env:prod';
    const { resources } = recorded({ [call]: ['h1', 'h2'] });
    expect(await lookUp(resources, variable({ metric: 'a.b', key: 'host', scope: 'env:prod' }))).toEqual(['h1', 'h2']);
  });

  it('asks nothing before a tag is chosen', async () => {
    const { resources, asked } = recorded({});
    expect(await lookUp(resources, variable({}))).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('lists tags as filters', async () => {
    const { resources } = recorded({
      'autocomplete/tag-keys metric=a': ['env', 'host'],
      'autocomplete/tag-values metric=a key=env': ['prod'],
      'autocomplete/tag-values metric=a key=host': ['x', 'y'],
    });
    expect(await lookUp(resources, variable({ kind: 'tags', metric: 'a' }))).toEqual(['env:prod', 'host:x', 'host:y']);
  });

  it('lists metrics and hosts by a part of their names', async () => {
    const { resources, asked } = recorded({});
    await lookUp(resources, variable({ kind: 'metrics', filter: 'cpu' }));
    await lookUp(resources, variable({ kind: 'hosts' }));
    expect(asked).toEqual(['autocomplete/metrics query=cpu', 'autocomplete/hosts']);
  });
});

describe('chained variables', () => {
  const templates = fakeTemplates({ env: ['prod', 'test'], region: 'eu', metric: 'a.b' });

  it('take one value, or one of several', () => {
    const query = variable({ metric: '$metric', key: 'host', scope: 'env:$env,region:${region}' });
    expect(chained(query, {}, templates)).toMatchObject({ metric: 'a.b', scope: 'env IN (prod,test),region:eu' });
  });

  it('filter nothing by All', () => {
    expect(chained(variable({ scope: 'env:$env' }), {}, fakeTemplates({ env: '$__all' })).scope).toBe('env:*');
  });
});
