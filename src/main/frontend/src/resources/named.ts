// SPDX-License-Identifier: Apache-2.0
import { Names } from './types';

/** Something with a name, which others may share, and what is saved for it. */
export interface Named {
  text: string;
  value?: string;
}

/** Returns names that each stand for one value: where several things have the same name, their ids tell them apart. */
export function namesOf(items: Named[]): Pick<Names, 'names' | 'values'> {
  const count = new Map<string, number>();
  items.forEach(({ text }) => count.set(text, (count.get(text) ?? 0) + 1));
  const named = items.map(({ text, value = text }) => ({
    text: value !== text && (count.get(text) ?? 0) > 1 ? `${text} (${value})` : text,
    value,
  }));
  const other = named.filter(({ text, value }) => value !== text);
  return {
    names: [...new Set(named.map(({ text }) => text))],
    values: other.length ? Object.fromEntries(other.map(({ text, value }) => [text, value])) : undefined,
  };
}
