// SPDX-License-Identifier: Apache-2.0
import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { Alert, Spinner, Text, useStyles2 } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { Explanation, failureText } from '../resources/Resources';
import { applied } from './apply';
import { KindEditorProps } from './kinds';

const HOUR = 3_600_000;
const POINTS = 1000;

/** What the query asks Datadog, and what that costs. */
export function Explain({ query, datasource, range, data }: KindEditorProps) {
  const styles = useStyles2(explainStyles);
  const [explanation, setExplanation] = useState<Explanation>();
  const [failure, setFailure] = useState('');
  const [now] = useState(() => Date.now());
  const request = data?.request;
  const to = range?.to.valueOf() ?? now;
  const asked = JSON.stringify({
    queries: [applied(query, request?.scopedVars ?? {}, getTemplateSrv(), request?.filters ?? [])],
    range: { from: range?.from.valueOf() ?? to - HOUR, to },
    intervalMs: request?.intervalMs ?? HOUR / POINTS,
    maxDataPoints: request?.maxDataPoints ?? POINTS,
  });

  useEffect(() => {
    const question = new AbortController();
    datasource.resources.explain(JSON.parse(asked), question.signal).then(
      (found) => {
        if (!question.signal.aborted) {
          setExplanation(found);
          setFailure('');
        }
      },
      (reason) => !question.signal.aborted && setFailure(failureText(reason))
    );
    return () => question.abort();
    // a window that moves with the clock is the same question
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [query.query, query.format, query.rollup, datasource]);

  if (failure) {
    return <Alert severity="info" title={failure} />;
  }
  if (!explanation) {
    return <Spinner aria-label="Asking what this query costs" />;
  }
  return (
    <section className={styles.panel} aria-label="Explanation">
      {explanation.problems?.map((problem, index) => (
        <Text key={index} element="p" color="error">
          {problem.message}
        </Text>
      ))}
      {explanation.interval && (
        <Text element="p">
          One point every {explanation.interval.seconds} seconds
          {explanation.interval.why ? `: ${explanation.interval.why}` : ''}.
        </Text>
      )}
      {explanation.budget && <Text element="p">{budgetText(explanation.budget)}</Text>}
      {explanation.requests?.map(({ method, path, body }, index) => (
        <React.Fragment key={index}>
          <Text element="p">
            {method} {path}
          </Text>
          {body !== undefined && <pre>{typeof body === 'string' ? body : JSON.stringify(body, null, 2)}</pre>}
        </React.Fragment>
      ))}
    </section>
  );
}

/** `{calls: 1, limitName: "x"}` reads `Cost: calls 1, limit name x.` */
export function budgetText(budget: Record<string, unknown>): string {
  const parts = Object.entries(budget)
    .filter(([, value]) => value !== null && typeof value !== 'object')
    .map(([name, value]) => `${name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)} ${String(value)}`);
  return `Cost: ${parts.join(', ')}.`;
}

function explainStyles(theme: GrafanaTheme2) {
  return {
    panel: css({
      padding: theme.spacing(1),
      background: theme.colors.background.secondary,
      borderRadius: theme.shape.radius.default,
      pre: { maxHeight: 300, margin: theme.spacing(0.5, 0, 0) },
      p: { margin: 0 },
    }),
  };
}
