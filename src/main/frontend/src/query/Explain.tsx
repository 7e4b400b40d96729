// SPDX-License-Identifier: Apache-2.0
import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { Alert, Text, useStyles2 } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { Waiting } from '../controls/Waiting';
import { failureText } from '../resources/Resources';
import { Explanation } from '../resources/types';
import { applied } from './apply';
import { SavedQuery } from '../types';
import { KindEditorProps } from './kinds';

const HOUR = 3_600_000;
const POINTS = 1000;

/** What the queries of the panel ask Datadog together, and what that costs. */
export function Explain({ query, queries, datasource, range, data, onClose }: KindEditorProps & { onClose(): void }) {
  const styles = useStyles2(explainStyles);
  const [explanation, setExplanation] = useState<Explanation>();
  const [failure, setFailure] = useState('');
  const [now] = useState(() => Date.now());
  const request = data?.request;
  const to = range?.to.valueOf() ?? now;
  const panel = JSON.stringify(
    ofPanel({ query, queries, datasource }).map((one) =>
      applied(one, request?.scopedVars ?? {}, getTemplateSrv(), request?.filters ?? [])
    )
  );
  const asked = JSON.stringify({
    queries: JSON.parse(panel),
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
  }, [panel, datasource]);

  if (failure) {
    return <Alert severity="info" title={failure} />;
  }
  if (!explanation) {
    return <Waiting label="Asking what this query costs" action="Cancel" onCancel={onClose} />;
  }
  return (
    <section className={styles.panel} aria-label="Explanation">
      {explanation.problems?.map((problem, index) => (
        <Text key={index} element="p" color="error">
          {`${problem.refId ? `${problem.refId}: ` : ''}${problem.message}`}
        </Text>
      ))}
      {explanation.interval && (
        <Text element="p">
          {`One point every ${explanation.interval.seconds} seconds. ${explanation.interval.why ?? ''}`}
        </Text>
      )}
      {explanation.budget && <Text element="p">{budgetText(explanation.budget)}</Text>}
      {explanation.requests?.map(({ refIds, method, path, body }, index) => (
        <React.Fragment key={index}>
          <Text element="p">{`${refIds ? `${refIds.join(', ')}: ` : ''}${method} ${path}`}</Text>
          {body !== undefined && <pre>{typeof body === 'string' ? body : JSON.stringify(body, null, 2)}</pre>}
        </React.Fragment>
      ))}
    </section>
  );
}

/** Returns the panel's queries that run on this data source: they share calls, and may mean each other. */
function ofPanel({ query, queries = [], datasource }: Pick<KindEditorProps, 'query' | 'queries' | 'datasource'>) {
  const others = (queries as SavedQuery[]).filter((one) => one.refId !== query.refId);
  const here = others.filter((one) => one.datasource?.uid === datasource.uid && datasource.filterQuery(one));
  return [query, ...here];
}

/** Calls, and what is left of the rate limits they count against. */
export function budgetText({ calls, buckets = [] }: NonNullable<Explanation['budget']>): string {
  const left = buckets.map(({ name, remaining, limit, resetSeconds }) => {
    const of = limit === undefined ? '' : ` of ${limit}`;
    return `${remaining}${of} left of ${name}${resetSeconds === undefined ? '' : ` for ${resetSeconds} s`}`;
  });
  return `${calls} ${calls === 1 ? 'call' : 'calls'} to Datadog${left.length ? `; ${left.join(', ')}` : ''}.`;
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
