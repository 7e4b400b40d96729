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

/** What every saved query has, whatever product it asks. */
export interface SavedQuery extends DataQuery {
  version?: number;
}

export type Format = 'timeseries' | 'scalar';
export type Aggregator = 'avg' | 'min' | 'max' | 'sum' | 'last' | 'percentile' | 'mean' | 'l2norm' | 'area';

/** A saved query of metrics. The backend reads all members but `editor`. */
export interface MetricsQuery extends SavedQuery {
  queryType: 'metrics';
  query: string;
  legend?: string;
  format?: Format;
  /** For scalars. */
  aggregator?: Aggregator;
  /** For scalars: most of them, 0 for all. */
  limit?: number;
  /** For scalars. */
  order?: 'asc' | 'desc';
  /** `auto`, `none`, or `<aggregator>,<seconds>`. */
  rollup?: string;
  filters?: Filter[];
  /** Values of the dashboard variables in the text; `["*"]` is All. */
  variables?: Record<string, string[]>;
  editor?: 'code' | 'builder';
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
