// SPDX-License-Identifier: Apache-2.0
import { BuilderModel } from '../builder/model';

export type { Completion, Completions } from '../../page/completer';

/** What else may stand in a query: other queries of the panel, variables of the dashboard. */
export interface Surroundings {
  refIds?: string[];
  variables?: string[];
}

/** Something wrong with a query, and where. */
export interface Problem {
  from: number;
  to: number;
  severity: 'error' | 'warning';
  message: string;
}

/** A rate limit of Datadog's; unknown until a call has counted against it. */
export interface Bucket {
  name: string;
  remaining: number;
  limit?: number;
  resetSeconds?: number;
}

/** What a query would ask Datadog, and what that costs. */
export interface Explanation {
  requests?: Array<{ refIds?: string[]; method: string; path: string; body?: unknown }>;
  interval?: { seconds: number; why?: string };
  budget?: { calls: number; buckets?: Bucket[] };
  problems?: Array<{ message: string; refId?: string }>;
}

/** The builder's view of a query; none when it has something that the builder cannot show. */
export interface Translation {
  model: BuilderModel | null;
  reason?: string;
}

/** Names that match; not `complete` when there are more. */
export interface Names {
  names: string[];
  /** By name, where what is saved is another text: ids of monitors and SLOs. */
  values?: Record<string, string>;
  complete: boolean;
  /** Why they are old, where Datadog could not be asked again. */
  stale?: string;
}

export interface ListRequest {
  query?: string;
  limit?: number;
}

/** Milliseconds since 1970. */
export interface Range {
  from: number;
  to: number;
}

/** What is needed of a data source to ask its backend. */
export interface Backend {
  getResource(path: string, params?: Record<string, unknown>, options?: object): Promise<unknown>;
  postResource(path: string, data?: unknown, options?: object): Promise<unknown>;
}

export interface Listing {
  items: Array<{ text: string; value?: string }>;
  complete?: boolean;
  stale?: boolean;
  reason?: string;
}
