// SPDX-License-Identifier: Apache-2.0
import { Resources } from '../resources/Resources';
import { Step } from './model';

/** A function that a chip can stand for; its first argument, the query, is not among the parameters. */
export interface FunctionInfo {
  name: string;
  parameters: string[];
  detail: string;
}

/** What new chips begin with, by `function.parameter` or by parameter, so that they work at once. */
const FIRST: Record<string, string> = {
  limit: '10',
  by: "'mean'",
  direction: "'desc'",
  offset: '0',
  span: '5',
  seconds: '60',
  exponent: '2',
  value: '0',
  threshold: '0',
  'anomalies.algorithm': "'basic'",
  'outliers.algorithm': "'DBSCAN'",
  'forecast.algorithm': "'linear'",
  'rollup.method': 'avg',
  'fill.mode': 'linear',
};

/** A query after whose dot all modifiers fit. */
const QUERY = 'avg:m{*}.';

export type StepKind = 'function' | 'modifier';

/** Returns the functions, or modifiers, that have a text in their name: what completion offers where they may stand. */
export async function findSteps(kind: StepKind, text: string, resources: Resources): Promise<FunctionInfo[]> {
  const before = kind === 'function' ? '' : QUERY;
  const { items } = await resources.complete(before + text, before.length + text.length);
  return items
    .filter((item) => item.kind === kind)
    .map(({ text: name, detail = '' }) => ({
      name,
      parameters: parametersOf(detail),
      detail,
    }));
}

/** Returns the parameters of a signature such as `top(query, limit, [by])`, without the query and `name=…`. */
export function parametersOf(signature: string): string[] {
  const inside = /\(([^()]*)\)/.exec(signature)?.[1] ?? '';
  return inside
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '' && text !== 'query' && !text.includes('='));
}

/** Returns a new chip, with arguments that make sense for those that must be there. */
export function firstStep({ name, parameters }: FunctionInfo): Step {
  const required = parameters.filter((parameter) => !parameter.startsWith('['));
  return { name, arguments: required.map((parameter) => FIRST[`${name}.${parameter}`] ?? FIRST[parameter] ?? '1') };
}
