// SPDX-License-Identifier: Apache-2.0
import { getTemplateSrv } from '@grafana/runtime';
import React, { useCallback } from 'react';
import { useLatest } from '../controls/useLatest';
import { CodeField } from '../language/CodeField';
import { METRIC_LANGUAGE } from '../language/metricLanguage';
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
  const ask = useCallback(
    (text: string, cursor: number, signal: AbortSignal) =>
      resources.complete(text, cursor, { refIds: around.current, variables: variableNames() }, signal),
    [resources, around]
  );
  const check = useCallback((text: string, signal: AbortSignal) => resources.validate(text, signal), [resources]);
  return (
    <CodeField
      language={METRIC_LANGUAGE}
      label="Metric query"
      placeholder="avg:system.cpu.user{*} by {host}"
      ask={ask}
      check={check}
      {...rest}
    />
  );
}

function variableNames(): string[] {
  return getTemplateSrv()
    .getVariables()
    .map((variable) => variable.name);
}
