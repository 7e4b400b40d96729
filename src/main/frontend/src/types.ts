// SPDX-License-Identifier: Apache-2.0
import { DataSourceJsonData } from '@grafana/data';
import { DataQuery } from '@grafana/schema';

/** The newest form of saved queries that is known here. */
export const VERSION = 1;

/** An ad-hoc filter as the backend takes it. */
export interface Filter {
  key: string;
  /** `=`, `!=`, `=|` (one of), `!=|` (none of), `=~` (with wildcards), `!~`. */
  operator: string;
  values: string[];
}

/** What a saved query may have, whatever product it asks. */
export interface SavedQuery extends DataQuery {
  version?: number;
  /** The text of it, in the product's own language. */
  query?: string;
  /** Template for the names of series. */
  legend?: string;
  format?: Format;
  /** From the dashboard. */
  filters?: Filter[];
  /** Values of the dashboard variables in the query; `["*"]` is All. */
  variables?: Record<string, string[]>;
  /** How its text is edited, for products that have a form. The backend does not read it. */
  editor?: 'code' | 'builder';
}

export type Format = 'timeseries' | 'scalar';
export type Aggregator = 'avg' | 'min' | 'max' | 'sum' | 'last' | 'percentile' | 'mean' | 'l2norm' | 'area';

/** A saved query whose answer is numbers: time series, or one number of each. */
export interface NumericQuery extends SavedQuery {
  /** For scalars. */
  aggregator?: Aggregator;
  /** For scalars: most of them, 0 for all. */
  limit?: number;
  /** For scalars. */
  order?: 'asc' | 'desc';
}

/** A saved query of metrics. */
export interface MetricsQuery extends NumericQuery {
  queryType: 'metrics';
  query: string;
  /** `auto`, `none`, or `<aggregator>,<seconds>`. */
  rollup?: string;
}

/** What is worked out of many events. */
export interface Compute {
  /** `count`, or a function of what a facet has: `avg`, `pc95`, `cardinality`. */
  aggregation: string;
  /** The facet; none for `count`. */
  metric?: string;
}

/** What aggregated events are grouped by. */
export interface Grouping {
  facet: string;
  /** Most values of it; 10 unless told. */
  limit?: number;
  sort?: { aggregation: string; metric?: string; order: 'asc' | 'desc' };
}

/** A saved query of logs, spans and other products that are searched for events. */
export interface EventsQuery extends NumericQuery {
  mode?: 'search' | 'aggregate' | 'volume' | 'context' | 'annotations';
  /** The newest first unless told. */
  sort?: 'asc' | 'desc';
  /** Where logs are looked for. */
  storage?: 'indexes' | 'online-archives' | 'flex';
  indexes?: string[];
  /** Attributes to show beside the usual ones. */
  columns?: string[];
  compute?: Compute[];
  groupBy?: Grouping[];
  /** Around which line, for its context. */
  contextOf?: { id: string; timestamp: number; service?: string; host?: string };
  direction?: 'before' | 'after';
}

/** A saved query of what APM, SLOs, processes, containers or the bill measure. */
export interface MeasuresQuery extends NumericQuery {
  source?: Record<string, unknown>;
}

/** A saved query of what there is: monitors, SLOs, hosts and the like. */
export interface ListsQuery extends SavedQuery {
  mode?: string;
  limit?: number;
  ids?: string[];
  options?: Record<string, string>;
}

/** A saved query of one trace, or of who calls whom. */
export interface TraceQuery extends SavedQuery {
  traceId?: string;
  mode?: 'waterfall' | 'graph';
  options?: Record<string, string>;
}

/** A saved query of what Dromedary counts itself. */
export interface SelfQuery extends SavedQuery {
  mode?: 'calls' | 'caches' | 'budget';
}

/** A saved query in SQL. */
export interface SqlQuery extends SavedQuery {
  limit?: number;
}

/** What happened, shown over graphs: events of Datadog, monitors' changes, incidents and the like, by query type. */
export interface AnnotatedQuery extends SavedQuery {
  queryType: string;
  mode: 'annotations';
  /** Search text in the product's language; empty for all. */
  query: string;
  /** All of them; `key:value`, or a word. */
  tags?: string[];
  /** Both when left out. */
  priority?: 'normal' | 'low';
  /** Any of them. */
  sources?: string[];
}

/** Settings that everybody who sees the data source may read; see docs/data-source-settings.md. */
export interface Settings extends DataSourceJsonData {
  /** Domain or name of a Datadog site, or `sandbox`. */
  site?: string;
  url?: string;
  /** Seconds. */
  timeout?: number | string;
  /** What to do when a rate limit is used up: `wait` for its reset once, or `fail` at once. It waits when left out. */
  rateLimit?: string;
  /** Whether cells link to Datadog's pages; they do when left out. */
  dataLinks?: boolean | string;
  /** Where these pages are, if not where the site tells. */
  appUrl?: string;
  tlsSkipVerify?: boolean;
  tlsAuthWithCACert?: boolean;
  tlsAuth?: boolean;
  serverName?: string;
  enableSecureSocksProxy?: boolean;
}

export interface Secrets {
  apiKey?: string;
  appKey?: string;
  tlsCACert?: string;
  tlsClientCert?: string;
  tlsClientKey?: string;
}
