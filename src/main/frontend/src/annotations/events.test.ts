// SPDX-License-Identifier: Apache-2.0
import { AnnotationQuery } from '@grafana/data';
import { AnnotatedQuery } from '../types';
import { ALL_EVENTS, asked, opened, words } from './events';

const events = (part: Partial<AnnotatedQuery>): AnnotatedQuery => ({ refId: 'Anno', ...ALL_EVENTS, ...part });

describe('the search of an annotation', () => {
  it.each<[Partial<AnnotatedQuery>, string]>([
    [{}, ''],
    [{ query: ' service:web ' }, 'service:web'],
    [{ query: 'a OR b', priority: 'low' }, '(a OR b) priority:low'],
    [{ sources: ['github'] }, 'source:github'],
    [{ sources: ['github', 'my source'] }, 'source:(github OR "my source")'],
    [{ tags: ['env:prod', 'urgent'] }, 'env:prod tags:urgent'],
    [{ query: 'deploy', sources: ['$source'], tags: ['env:$env'] }, '(deploy) source:$source env:$env'],
  ])('has %j as %j', (part, text) => {
    expect(asked(events(part)).query).toBe(text);
  });

  it('has only what its product knows', () => {
    const narrowed = { query: 'web', sources: ['github'], priority: 'low' as const, tags: ['env:prod'] };
    expect(asked(events({ ...narrowed, queryType: 'monitors' })).query).toBe('web');
    expect(asked(events({ ...narrowed, queryType: 'logs' })).query).toBe('(web) env:prod');
  });

  it('is left as it is by an older Dromedary', () => {
    const newer = events({ version: 7, tags: ['env:prod'] });
    expect(asked(newer)).toBe(newer);
    const saved = { name: 'Deploys', enable: true, iconColor: 'red', target: { refId: 'Anno', version: 7 } };
    expect(opened(saved as unknown as AnnotationQuery<AnnotatedQuery>)).toBe(saved);
  });

  it('stays an annotation', () => {
    expect(asked(events({ tags: ['a:b'] }))).toMatchObject({ queryType: 'events', mode: 'annotations', version: 1 });
  });
});

describe('an annotation of the official plugin', () => {
  it('is read as it is', () => {
    const saved = {
      name: 'Deploys',
      enable: true,
      iconColor: 'red',
      query: 'deploy',
      tags: 'env:prod, b',
      priority: 'all',
    };
    const annotation = opened(saved as unknown as AnnotationQuery<AnnotatedQuery>);
    expect(annotation.name).toBe('Deploys');
    expect(annotation.target).toEqual({ refId: 'Anno', ...ALL_EVENTS, query: 'deploy', tags: ['env:prod', 'b'] });
  });

  it('is left alone once it has today’s form', () => {
    const saved = { name: 'Deploys', enable: true, iconColor: 'red', target: events({ query: 'x' }) };
    expect(opened(saved)).toBe(saved);
  });
});

it('words come from texts and lists', () => {
  expect(words(' a, ,b ')).toEqual(['a', 'b']);
  expect(words(['a', ' b '])).toEqual(['a', 'b']);
  expect(words(undefined)).toEqual([]);
});
