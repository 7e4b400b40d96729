// SPDX-License-Identifier: Apache-2.0

/** What the backend found out about one thing that should work. */
interface Check {
  works: boolean;
  permission?: string;
  status?: number;
  text?: string;
}

const LABELS: Record<string, string> = {
  keys: 'Keys',
  metricQueries: 'Metric queries',
  metricNames: 'Metric names',
  hosts: 'Hosts',
  apiKey: 'API key',
};

/** Returns one line a check, for what Grafana shows below the message of Save & test; empty when nothing was checked. */
export function healthLines(details: unknown): string[] {
  const checks = (details as { checks?: Record<string, Check> } | undefined)?.checks ?? {};
  return Object.entries(checks).map(([name, check]) => {
    const label = LABELS[name] ?? name;
    if (check.works) {
      return `${label}: works.`;
    }
    const permission = check.permission ? ` Needs ${check.permission}.` : '';
    return `${label}: does not work.${permission}${check.text ? ` ${check.text}` : ''}`;
  });
}
