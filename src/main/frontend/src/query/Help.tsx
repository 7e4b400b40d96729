// SPDX-License-Identifier: Apache-2.0
import { css } from '@emotion/css';
import { GrafanaTheme2, QueryEditorHelpProps } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { EventsQuery, MetricsQuery, SavedQuery, VERSION } from '../types';

type Example = { title: string; query: Omit<MetricsQuery, 'refId'> | Omit<EventsQuery, 'refId'> };

const metrics = (query: string) => ({ queryType: 'metrics' as const, query, editor: 'code' as const });

const EXAMPLES: Example[] = [
  { title: 'CPU by host', query: metrics('avg:system.cpu.user{*} by {host}') },
  {
    title: 'Requests per second of each service',
    query: metrics('sum:trace.http.request.hits{*} by {service}.as_rate()'),
  },
  {
    title: 'Percentage of errors',
    query: metrics('sum:trace.http.request.errors{*}.as_count() / sum:trace.http.request.hits{*}.as_count() * 100'),
  },
  { title: 'The five busiest hosts', query: metrics("top(avg:system.load.1{*} by {host}, 5, 'mean', 'desc')") },
  { title: 'The same a week before', query: metrics('week_before(avg:system.cpu.user{*})') },
  { title: 'Several hosts, or all but some', query: metrics('avg:system.cpu.user{host:web-* AND NOT env:staging}') },
  { title: 'A variable of the dashboard, one value or several', query: metrics('avg:system.cpu.user{host:$host}') },
  {
    title: 'Lines of a service with errors',
    query: { queryType: 'logs', mode: 'search', query: 'service:web status:error' },
  },
  {
    title: 'Log lines counted by level',
    query: {
      queryType: 'logs',
      mode: 'aggregate',
      query: '',
      compute: [{ aggregation: 'count' }],
      groupBy: [{ facet: 'status' }],
    },
  },
  { title: 'Spans that failed', query: { queryType: 'spans', mode: 'search', query: '@http.status_code:>=500' } },
  { title: 'Monitors that are not well', query: { queryType: 'monitors', query: 'status:alert' } },
];

/** Queries to begin with, each taken by a click. */
export function Help({ query: { refId, datasource }, onClickExample }: QueryEditorHelpProps<SavedQuery>) {
  const styles = useStyles2(helpStyles);
  return (
    <section aria-label="Examples of queries">
      <ul className={styles.list}>
        {EXAMPLES.map(({ title, query }) => (
          <li key={title}>
            {title}
            <button
              type="button"
              className={styles.example}
              onClick={() => onClickExample({ ...query, refId, datasource, version: VERSION })}
            >
              {query.query || title}
            </button>
          </li>
        ))}
      </ul>
      <TextLink href="https://docs.datadoghq.com/metrics/" external inline>
        Datadog on metrics
      </TextLink>
    </section>
  );
}

function helpStyles(theme: GrafanaTheme2) {
  return {
    list: css({
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
      gap: theme.spacing(1),
      listStyle: 'none',
    }),
    example: css({
      display: 'block',
      width: '100%',
      padding: theme.spacing(0.5, 1),
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      background: theme.colors.background.secondary,
      color: theme.colors.text.primary,
      fontFamily: theme.typography.code.fontFamily,
      fontSize: theme.typography.bodySmall.fontSize,
      textAlign: 'left',
      overflowWrap: 'anywhere',
      '&:hover': { background: theme.colors.emphasize(theme.colors.background.secondary, 0.03) },
    }),
  };
}
