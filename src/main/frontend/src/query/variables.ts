// SPDX-License-Identifier: Apache-2.0
import { ScopedVars, TypedVariableModel } from '@grafana/data';
import { TemplateSrv } from '@grafana/runtime';

export type Variables = Record<string, string[]>;

/** `$name`, `${name}`, `${name:format}`, `[[name]]`, and Datadog's `$name.value`, as the backend finds them. */
const VARIABLE =
  /\$\{(\w+)(?:\.[\w.]+)?(?::[^}{\s]*)?\}|\[\[(\w+)(?::[^\]\s]*)?\]\]|\$([A-Za-z_]\w*)(?:\.(?:value|key)(?![\w.]))?/g;

/** Those that the backend knows itself. */
const OWN = new Set(['__interval', '__interval_ms', '__rate_interval', '__range', '__range_s', '__range_ms']);

/** Values that can stand in a query without quotes or escapes. */
const PLAIN = /^[\w.\-/*@]+(:[\w.\-/*@]+)*$/;

/** Returns the names of the variables in a text, each once. */
export function variableNames(text: string): string[] {
  const names = [...text.matchAll(VARIABLE)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return [...new Set(names)];
}

/**
 * Returns the values of a variable, `["*"]` for All; undefined when there is no such variable.
 *
 * Values come from replacing, not from the list of variables: repeated panels have values of their own. Only the list
 * tells All from a selection of everything.
 */
export function variableValues(name: string, scopedVars: ScopedVars, templates: TemplateSrv): string[] | undefined {
  const placeholder = '${' + name + '}';
  const text = templates.replace(placeholder, scopedVars, (value: unknown) => JSON.stringify(asList(value)));
  if (text === placeholder) {
    return undefined;
  }
  const values = parsed(text);
  const all = values.includes('$__all') || (values.length !== 1 && isAll(name, templates.getVariables()));
  return all ? ['*'] : values;
}

/** Returns the values of all variables of a text; those found in `kept` stay when the dashboard has none of the name. */
export function valuesOf(text: string, scopedVars: ScopedVars, templates: TemplateSrv, kept: Variables): Variables {
  const found: Variables = {};
  for (const name of variableNames(text)) {
    const values = OWN.has(name) ? undefined : (variableValues(name, scopedVars, templates) ?? kept[name]);
    if (values) {
      found[name] = values;
    }
  }
  return found;
}

/** Replaces the interval of the panel by whole seconds, which is what Datadog's rollup takes. */
export function replaceInterval(text: string, scopedVars: ScopedVars): string {
  const millis = Number(scopedVars.__interval_ms?.value);
  if (!(millis > 0)) {
    return text;
  }
  return text.replace(VARIABLE, (match, braces?: string, brackets?: string, bare?: string) => {
    const name = braces ?? brackets ?? bare;
    if (name === '__interval') {
      return String(Math.max(1, Math.round(millis / 1000)));
    }
    return name === '__interval_ms' ? String(millis) : match;
  });
}

/** Writes plain single values into a text; all others stay variables. For Explore, where dashboards' values are gone. */
export function replaceSingles(text: string, values: Variables): string {
  return text.replace(VARIABLE, (match, braces?: string, brackets?: string, bare?: string) => {
    const [value, ...more] = values[braces ?? brackets ?? bare ?? ''] ?? [];
    return value !== undefined && more.length === 0 && PLAIN.test(value) ? value : match;
  });
}

function asList(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** A custom value of All is not formatted: it arrives as the dashboard's author wrote it. */
function parsed(text: string): string[] {
  try {
    const values: unknown = JSON.parse(text);
    return Array.isArray(values) ? asList(values) : [text];
  } catch {
    return [text];
  }
}

function isAll(name: string, variables: TypedVariableModel[]): boolean {
  const variable = variables.find((one) => one.name === name);
  return variable !== undefined && 'current' in variable && asList(variable.current?.value).includes('$__all');
}
