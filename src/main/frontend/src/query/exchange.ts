// SPDX-License-Identifier: Apache-2.0
import { AbstractLabelMatcher, AbstractLabelOperator, AbstractQuery } from '@grafana/data';
import { isEventProduct } from '../events/products';
import { quoted, termsOf } from '../events/terms';
import { SavedQuery, VERSION } from '../types';

// What Grafana carries over when another data source is chosen for a panel or in Explore: labels and their values.

/** The label that is the name of a metric, as Prometheus has it. */
const NAME = '__name__';

const { Equal, NotEqual, EqualRegEx, NotEqualRegEx } = AbstractLabelOperator;
const NEGATIVE = [NotEqual, NotEqualRegEx];

/** Returns what asks for the same labels here: a metric where one is named, logs otherwise. */
export function imported({ refId, labelMatchers }: AbstractQuery): SavedQuery {
  const metric = labelMatchers.find(({ name, operator }) => name === NAME && operator === Equal)?.value;
  const matchers = labelMatchers.filter(({ name }) => name !== NAME);
  if (metric === undefined) {
    const search = matchers.flatMap(searchTerm).join(' ');
    return { refId, version: VERSION, queryType: 'logs', query: search };
  }
  const scope = matchers.flatMap(scopeTerm).join(' AND ') || '*';
  return { refId, version: VERSION, queryType: 'metrics', query: `avg:${metric}{${scope}}`, format: 'timeseries' };
}

/** Returns the labels a query asks for, as far as they are plain; null for one that has no such thing. */
export function exported({ refId, queryType, query = '' }: SavedQuery): AbstractQuery | null {
  if (isEventProduct(queryType)) {
    return { refId, labelMatchers: termsOf(query).flatMap(matcher) };
  }
  const [, metric, scope = ''] = /^\s*(?:\w+:)?([A-Za-z][\w.]*)\{([^{}]*)\}/.exec(query) ?? [];
  if ((queryType && queryType !== 'metrics') || !metric) {
    return null;
  }
  const terms = /\b(?:OR|IN)\b|[()]/i.test(scope) ? [] : scope.split(/,|\sAND\s/i);
  const named = { name: NAME, value: metric, operator: Equal };
  return { refId, labelMatchers: [named, ...terms.flatMap((term) => matcher(term.trim()))] };
}

function searchTerm({ name, operator, value }: AbstractLabelMatcher): string[] {
  const values = valuesOf(operator, value).map(quoted);
  const text = values.length > 1 ? `(${values.join(' OR ')})` : values[0];
  return text === undefined ? [] : [`${NEGATIVE.includes(operator) ? '-' : ''}${name}:${text}`];
}

function scopeTerm({ name, operator, value }: AbstractLabelMatcher): string[] {
  const values = valuesOf(operator, value).map(quoted);
  const text = values.length > 1 ? `${name} IN (${values.join(',')})` : `${name}:${values[0]}`;
  return values.length === 0 ? [] : [`${NEGATIVE.includes(operator) ? 'NOT ' : ''}${text}`];
}

/** Returns the values of a matcher; none where a pattern has more in it than alternatives and wildcards. */
function valuesOf(operator: AbstractLabelOperator, value: string): string[] {
  if (operator === Equal || operator === NotEqual) {
    return value === '' ? [] : [value];
  }
  const values = value.replace(/^\^|\$$|^\((.*)\)$/g, '$1').split('|');
  const wild = values.map((one) => one.replace(/\.[*+]/g, '*').replace(/\\(.)/g, '$1'));
  const isPlain = values.every((one) => !/[[\](){}?+^$]/.test(one.replace(/\.[*+]|\\./g, '')));
  return isPlain ? wild.filter((one) => one !== '' && one !== '*') : [];
}

/** Reads `key:value`, `-key:value`, `!key:value` and `NOT key:value`; wildcards become a pattern. */
function matcher(term: string): AbstractLabelMatcher[] {
  const [, not, name, text = ''] = /^(-|!|NOT\s+)?@?([\w.\-/]+):("(?:[^"\\]|\\.)*"|[^\s()<>$"]+)$/i.exec(term) ?? [];
  if (!name) {
    return [];
  }
  const value = text.startsWith('"') ? (JSON.parse(text) as string) : text;
  const wild = value.includes('*');
  const pattern = value.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  const operator = not ? (wild ? NotEqualRegEx : NotEqual) : wild ? EqualRegEx : Equal;
  return [{ name, value: wild ? pattern : value, operator }];
}
