// SPDX-License-Identifier: Apache-2.0
import { TypedVariableModel } from '@grafana/data';
import { fakeTemplates } from '../../testing/templates';
import { replaceInterval, replaceSingles, valuesOf, variableNames } from './variables';

const ALL = { name: 'host', current: { value: ['$__all'], text: ['All'] } } as unknown as TypedVariableModel;

describe('variableNames', () => {
  it.each([
    ['avg:a{$host}', ['host']],
    ['avg:a{host:${host}} / avg:b{host:[[host]]}', ['host']],
    ['avg:a{env:${env:csv},$scope} * $factor', ['env', 'scope', 'factor']],
    ['avg:a{*}', []],
    ['$1 costs', []],
  ])('finds those of %s', (text, names) => {
    expect(variableNames(text)).toEqual(names);
  });
});

describe('valuesOf', () => {
  const text = 'avg:a{host:$host}';

  it('keeps several values apart', () => {
    expect(valuesOf(text, {}, fakeTemplates({ host: ['a', 'b,c'] }), {})).toEqual({ host: ['a', 'b,c'] });
  });

  it('tells All from a long selection', () => {
    expect(valuesOf(text, {}, fakeTemplates({ host: ['a', 'b'] }, [ALL]), {})).toEqual({ host: ['*'] });
    expect(valuesOf(text, {}, fakeTemplates({ host: ['$__all'] }), {})).toEqual({ host: ['*'] });
  });

  it('takes the single value of a repeated panel although the dashboard shows All', () => {
    expect(valuesOf(text, {}, fakeTemplates({ host: 'a' }, [ALL]), {})).toEqual({ host: ['a'] });
  });

  it('takes the value that stands for All when the dashboard has one of its own', () => {
    const templates = fakeTemplates({}, [ALL]);
    templates.replace = () => 'web-*';
    expect(valuesOf(text, {}, templates, {})).toEqual({ host: ['web-*'] });
  });

  it('keeps what nobody has chosen', () => {
    expect(valuesOf(text, {}, fakeTemplates({ host: [] }), {})).toEqual({ host: [] });
    expect(valuesOf(text, {}, fakeTemplates({ host: '' }), {})).toEqual({ host: [''] });
  });

  it('leaves other queries of the panel and the interval to the backend', () => {
    const templates = fakeTemplates({ __interval: '30s' });
    expect(valuesOf('$A / sum:b{*}.rollup(sum, $__interval)', {}, templates, {})).toEqual({});
  });

  it('keeps values that came from a dashboard', () => {
    expect(valuesOf(text, {}, fakeTemplates({}), { host: ['a', 'b'] })).toEqual({ host: ['a', 'b'] });
  });
});

describe('replaceInterval', () => {
  it('writes whole seconds', () => {
    const scoped = { __interval_ms: { text: '1500', value: 1500 } };
    expect(replaceInterval('a.rollup(avg, $__interval) ${__interval_ms} $__rate_interval', scoped)).toBe(
      'a.rollup(avg, 2) 1500 $__rate_interval'
    );
  });

  it('leaves the text alone when there is no panel', () => {
    expect(replaceInterval('$__interval', {})).toBe('$__interval');
  });
});

describe('replaceSingles', () => {
  it('writes one plain value and keeps everything else', () => {
    const values = { env: ['prod'], host: ['a', 'b'], zone: ['eu west'], none: [] };
    expect(replaceSingles('avg:a{env:$env,host:$host,zone:[[zone]],x:${none},$y}', values)).toBe(
      'avg:a{env:prod,host:$host,zone:[[zone]],x:${none},$y}'
    );
  });
});
