// SPDX-License-Identifier: Apache-2.0
import { Alert } from '@grafana/ui';
import React from 'react';
import { isNewer } from './migrate';

interface Props {
  query: { version?: number };
  /** What is shown: a query, a variable, an annotation. */
  what: string;
  /** What it asks, which is not known here. */
  kind?: string;
}

/** What this version does not understand is shown and left alone. */
export function Unreadable({ query, what, kind }: Props) {
  const title = isNewer(query)
    ? `This ${what} was saved by a newer Dromedary (version ${query.version})`
    : `Unknown kind of ${what}: ${kind}`;
  return (
    <Alert severity="warning" title={title}>
      <p>It is kept as it is. Update the plugin to run or change it.</p>
      <pre>{JSON.stringify(query, null, 2)}</pre>
    </Alert>
  );
}
