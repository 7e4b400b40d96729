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

/** A saved query of metrics. */
export interface MetricsQuery extends SavedQuery {
  queryType: 'metrics';
  query: string;
  /** For scalars. */
  aggregator?: Aggregator;
  /** For scalars: most of them, 0 for all. */
  limit?: number;
  /** For scalars. */
  order?: 'asc' | 'desc';
  /** `auto`, `none`, or `<aggregator>,<seconds>`. */
  rollup?: string;
}

/** Events shown over graphs. */
export interface EventsQuery extends SavedQuery {
  queryType: 'events';
  mode: 'annotations';
  /** Search text of Datadog's events; empty for all. */
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
