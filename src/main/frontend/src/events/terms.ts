// SPDX-License-Identifier: Apache-2.0
/** A value as the search takes it: quoted where it has more than letters and the like. Variables stay. */
export function quoted(text: string): string {
  return /^(?:[\w.*/-]|\$\{?\w+\}?)+$/.test(text) ? text : JSON.stringify(text);
}

/** Returns the search for a facet with a value. */
function term(key: string, value: string): string {
  return `${key}:${quoted(value)}`;
}

/** Returns whether the search asks for the value, as {@link withTerm} writes it. */
export function hasTerm(search: string, key: string, value: string): boolean {
  return termsOf(search).includes(term(key, value));
}

/**
 * Returns the search with a value asked for, or ruled out. The opposite goes; what says so already is left out again, as
 * a button that is pressed twice.
 */
export function withTerm(search: string, key: string, value: string, out: boolean): string {
  const wanted = (out ? '-' : '') + term(key, value);
  const terms = termsOf(search);
  const others = terms.filter((one) => one !== term(key, value) && one !== `-${term(key, value)}`);
  if (terms.includes(wanted)) {
    return others.join(' ');
  }
  return added(others, wanted);
}

/** Returns the search for what has these words side by side, or has not. */
export function withPhrase(search: string, words: string, out: boolean): string {
  const wanted = (out ? '-' : '') + JSON.stringify(words);
  const terms = termsOf(search);
  return terms.includes(wanted) ? search : added(terms, wanted);
}

function added(terms: string[], term: string): string {
  // side by side binds tighter than OR
  const before = terms.includes('OR') ? [`(${terms.join(' ')})`] : terms;
  return [...before, term].join(' ');
}

/** Returns what stands between spaces outside of quotes and parentheses. */
export function termsOf(search: string): string[] {
  return search.match(/(?:"(?:[^"\\]|\\.)*"|\((?:[^()"]|"(?:[^"\\]|\\.)*"|\([^()]*\))*\)|[^\s"(])+/g) ?? [];
}
