// SPDX-License-Identifier: Apache-2.0
import { ScopedVars, TypedVariableModel } from '@grafana/data';
import { TemplateSrv } from '@grafana/runtime';

/** Grafana's service of variables with these values. */
export function fakeTemplates(
  values: Record<string, string | string[]> = {},
  variables: TypedVariableModel[] = []
): TemplateSrv {
  return {
    getVariables: () => variables,
    containsTemplate: (target?: string) => /\$/.test(target ?? ''),
    updateTimeRange: () => {},
    replace: (target = '', scopedVars: ScopedVars = {}, format?: string | Function) =>
      target.replace(/\$\{(\w+)\}|\$(\w+)/g, (match, braces?: string, bare?: string) => {
        const name = braces ?? bare ?? '';
        const value: unknown = scopedVars[name]?.value ?? values[name];
        if (value === undefined) {
          return match;
        }
        return typeof format === 'function' ? format(value) : String(value);
      }),
  };
}
