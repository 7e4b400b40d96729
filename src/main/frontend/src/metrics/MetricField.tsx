// SPDX-License-Identifier: Apache-2.0
import React, { useCallback, useMemo } from 'react';
import { useLatest } from '../controls/useLatest';
import { CodeField } from '../language/CodeField';
import { dashboardVariables } from '../language/dashboardVariables';
import type { Ask } from '../../page/completer';
import { Resources } from '../resources/Resources';

interface Props {
  value: string;
  resources: Resources;
  /** Of the panel's other queries, which this one may mean. */
  refIds: string[];
  onChange(value: string): void;
  onRun(): void;
}

/** The field for the text of a metric query. */
export function MetricField({ resources, refIds, ...rest }: Props) {
  const around = useLatest(refIds);
  const ask = useMemo(() => asker(resources, around), [resources, around]);
  const check = useCallback((text: string, signal: AbortSignal) => resources.validate(text, signal), [resources]);
  return (
    <CodeField
      language="metrics"
      label="Metric query"
      placeholder="avg:system.cpu.user{*} by {host}"
      ask={ask}
      check={check}
      {...rest}
    />
  );
}

/** What the field was given last counts, though it was handed out once. */
function asker(resources: Resources, refIds: { current: string[] }): Ask {
  return (text, cursor, signal) =>
    resources.complete(text, cursor, { refIds: refIds.current, variables: dashboardVariables() }, signal);
}
