// SPDX-License-Identifier: Apache-2.0

/** A query as a form shows it; the backend makes it of a text, and a text of it. */
export interface BuilderModel {
  queries: Part[];
  /** Such as `a / b * 100`; empty for the only query. */
  formula: string;
}

/** One metric with what is done to it. */
export interface Part {
  /** `a`, `b`, …, by which the formula knows it. */
  name: string;
  metric: string;
  /** Empty for Datadog's default. */
  aggregator: string;
  filters: TagFilter[];
  groupBy: string[];
  /** After the query, in order, such as `rollup`. */
  modifiers: Step[];
  /** Round the query, the innermost first. */
  functions: Step[];
}

export interface TagFilter {
  key: string;
  /** `=`, `!=`, `=|` (one of), `!=|` (none of); `tag` and `!tag` for a tag without a value. */
  operator: string;
  values: string[];
}

/** A function or modifier; arguments as written. */
export interface Step {
  name: string;
  arguments: string[];
}

export const ROLLUP = 'rollup';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export function emptyPart(name: string): Part {
  return { name, metric: '', aggregator: 'avg', filters: [], groupBy: [], modifiers: [], functions: [] };
}

export function emptyModel(): BuilderModel {
  return { queries: [emptyPart('a')], formula: '' };
}

/** Returns the model with one more query, and a formula that uses it so that it is not lost. */
export function withPart(model: BuilderModel): BuilderModel {
  const names = new Set(model.queries.map((part) => part.name));
  const name = [...LETTERS].find((letter) => !names.has(letter)) ?? `a${model.queries.length}`;
  const before = model.formula || model.queries[0]?.name;
  return { queries: [...model.queries, emptyPart(name)], formula: before ? `${before} + ${name}` : name };
}

/** Returns the model without a query. What the formula was goes with it: no arithmetic is left to mean. */
export function withoutPart(model: BuilderModel, name: string): BuilderModel {
  const queries = model.queries.filter((part) => part.name !== name);
  const mentions = new RegExp(`\\b${name}\\b`).test(model.formula);
  const formula = mentions ? queries.map((part) => part.name).join(' + ') : model.formula;
  return { queries, formula: queries.length === 1 && formula === queries[0]?.name ? '' : formula };
}

export function withChanged(model: BuilderModel, changed: Part): BuilderModel {
  return { ...model, queries: model.queries.map((part) => (part.name === changed.name ? changed : part)) };
}

/**
 * Returns what can be written: filters without a key or without values, which are still being filled in, are left
 * out. Null when a query has no metric yet.
 */
export function writable(model: BuilderModel): BuilderModel | null {
  if (model.queries.length === 0 || model.queries.some((part) => part.metric.trim() === '')) {
    return null;
  }
  return {
    ...model,
    queries: model.queries.map((part) => ({ ...part, filters: part.filters.filter(isFinished) })),
  };
}

function isFinished(filter: TagFilter): boolean {
  const alone = filter.operator === 'tag' || filter.operator === '!tag';
  return filter.key.trim() !== '' && (alone || filter.values.some((value) => value.trim() !== ''));
}

/** Returns the arguments of `.rollup(…)`, such as `['sum', '60']`; none when it is not there. */
export function rollupOf(part: Part): string[] {
  return part.modifiers.find((modifier) => modifier.name === ROLLUP)?.arguments ?? [];
}

/** Returns the part with another rollup; without one when there are no arguments. */
export function withRollup(part: Part, args: string[]): Part {
  const kept = part.modifiers.filter((modifier) => modifier.name !== ROLLUP);
  const given = args.filter((arg) => arg.trim() !== '');
  return { ...part, modifiers: given.length ? [...kept, { name: ROLLUP, arguments: given }] : kept };
}
