// SPDX-License-Identifier: Apache-2.0
import { getTemplateSrv } from '@grafana/runtime';

/** Returns the names of the dashboard's variables, which completion offers. */
export function dashboardVariables(): string[] {
  return getTemplateSrv()
    .getVariables()
    .map((variable) => variable.name);
}
