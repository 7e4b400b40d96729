// SPDX-License-Identifier: Apache-2.0
import React, { useCallback } from 'react';
import { CodeField } from '../language/CodeField';
import { dashboardVariables } from '../language/dashboardVariables';
import { Resources } from '../resources/Resources';

interface Props {
  /** The query type whose events are searched. */
  product: string;
  example: string;
  value: string;
  resources: Resources;
  onChange(value: string): void;
  onRun(): void;
}

/** The field for a search, with facets and their values offered. Empty: everything. */
export function SearchField({ product, example, resources, ...rest }: Props) {
  const ask = useCallback(
    (text: string, cursor: number, signal: AbortSignal) =>
      resources.completeSearch(product, text, cursor, dashboardVariables(), signal),
    [resources, product]
  );
  const check = useCallback(
    (text: string, signal: AbortSignal) => resources.validate(text, signal, product),
    [resources, product]
  );
  return <CodeField language="search" label="Search" placeholder={example} ask={ask} check={check} {...rest} />;
}
