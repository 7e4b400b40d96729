// SPDX-License-Identifier: Apache-2.0
import { toDataFrame } from '@grafana/data';
import { fakeTemplates } from '../../testing/templates';
import { Resources } from '../resources/Resources';
import { chained, lookUp, scopedQuery, valuesIn } from './lookup';
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
  it('lists the values of a tag', async () => {
    const { resources } = recorded({ 'autocomplete/tag-values metric=a.b key=host': ['h1', 'h2'] });
    expect((await lookUp(resources, variable({ metric: 'a.b', key: 'host' }))).names).toEqual(['h1', 'h2']);
  });

  it('asks for series where values have to fit a scope', () => {
    const query = variable({ metric: 'a.b', key: 'host', scope: 'env:$env', env: 'host' });
    expect(scopedQuery(query)).toMatchObject({ query: 'avg:a.b{env:$env} by {host}', format: 'scalar' });
    expect(scopedQuery({ ...query, scope: ' ' })).toBeNull();
    expect(scopedQuery({ ...query, kind: 'tagKeys' })).toBeNull();
  });

  it('finds values in labels and in columns', () => {
    const multi = toDataFrame({ fields: [{ name: 'value', labels: { host: 'b' }, values: [1] }] });
    const long = toDataFrame({ fields: [{ name: 'host', values: ['a', 'b'] }] });
    expect(valuesIn([multi, long], 'host')).toEqual(['a', 'b']);
  });

  it('asks nothing before a tag is chosen', async () => {
    const { resources, asked } = recorded({});
    expect((await lookUp(resources, variable({}))).names).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('lists tags as filters', async () => {
    const { resources } = recorded({
      'autocomplete/tag-keys metric=a': ['env', 'host'],
      'autocomplete/tag-values metric=a key=env': ['prod'],
      'autocomplete/tag-values metric=a key=host': ['x', 'y'],
    });
    expect((await lookUp(resources, variable({ kind: 'tags', metric: 'a' }))).names).toEqual([
      'env:prod',
      'host:x',
      'host:y',
    ]);
  });

  it('lists metrics and hosts by a part of their names', async () => {
    const { resources, asked } = recorded({});
    await lookUp(resources, variable({ kind: 'metrics', filter: 'cpu' }));
    await lookUp(resources, variable({ kind: 'hosts' }));
    expect(asked).toEqual(['autocomplete/metrics query=cpu', 'autocomplete/hosts']);
  });
});

describe('chained variables', () => {
  it('take names from others, and leave scopes to the backend', () => {
    const query = variable({ metric: '$metric', key: '$key', scope: 'env:$env', env: '$key' });
    const templates = fakeTemplates({ env: ['prod', 'test'], metric: 'a.b', key: 'host' });
    expect(chained(query, {}, templates)).toMatchObject({ metric: 'a.b', key: 'host', scope: 'env:$env' });
  });
});

describe('lists of other products', () => {
  it('ask for what the variable names, and keep ids apart from names', async () => {
    const answers: Record<string, unknown> = {
      'autocomplete/slos': { items: [{ text: 'Checkout works', value: 'slo-1' }] },
      'autocomplete/facet-values': { items: [{ text: 'web' }] },
    };
    const asked: unknown[] = [];
    const resources = new Resources({
      getResource: async (path: string, params: unknown) => {
        asked.push([path, params]);
        return answers[path];
      },
    } as never);
    expect(await lookUp(resources, variable({ kind: 'slos' }))).toMatchObject({
      names: ['Checkout works'],
      values: { 'Checkout works': 'slo-1' },
    });
    const values = await lookUp(
      resources,
      variable({ kind: 'facetValues', product: 'spans', key: 'service', filter: 'w' })
    );
    expect(values.names).toEqual(['web']);
    expect(asked[1]).toEqual(['autocomplete/facet-values', { product: 'spans', facet: 'service', query: 'w' }]);
  });
});
