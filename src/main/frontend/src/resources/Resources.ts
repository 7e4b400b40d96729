// SPDX-License-Identifier: Apache-2.0
import { SavedQuery } from '../types';
import { BuilderModel } from '../builder/model';

/** What may be typed at a place of a query. Offsets count UTF-16 units, as JavaScript does. */
export interface Completion {
  kind: string;
  /** What is shown. */
  text: string;
  /** What is written, where that is more than what is shown: `avg:`. */
  insert?: string;
  detail?: string;
  from: number;
  to: number;
}

/** What may be typed; not `complete` when more letters could bring up others. */
export interface Completions {
  items: Completion[];
  complete: boolean;
}

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

interface Listing {
  items: Array<{ text: string }>;
  complete?: boolean;
  stale?: boolean;
  reason?: string;
}

/** Asks the backend on behalf of the editors. Failures are shown where they matter, not in pop-ups. */
export class Resources {
  constructor(private readonly backend: Backend) {}

  complete(query: string, cursor: number, around: Surroundings = {}, signal?: AbortSignal): Promise<Completions> {
    return this.post<Partial<Completions>>('autocomplete/complete', { query, cursor, ...around }, signal).then(
      ({ items = [], complete = true }) => ({ items, complete })
    );
  }

  validate(query: string, signal?: AbortSignal): Promise<Problem[]> {
    return this.post<{ problems?: Problem[] }>('query/validate', { query }, signal).then(
      (reply) => reply.problems ?? []
    );
  }

  /** @param queries with the values of variables and with ad-hoc filters */
  explain(
    request: { queries: SavedQuery[]; range: Range; intervalMs: number; maxDataPoints: number },
    signal?: AbortSignal
  ): Promise<Explanation> {
    return this.post('query/explain', request, signal);
  }

  toModel(query: string, signal?: AbortSignal): Promise<Translation> {
    return this.post('query/builder', { query }, signal);
  }

  toText(model: BuilderModel, signal?: AbortSignal): Promise<string> {
    return this.post<{ query: string }>('query/builder', { model }, signal).then((reply) => reply.query);
  }

  metrics(request: ListRequest = {}): Promise<Names> {
    return this.names('autocomplete/metrics', { ...request });
  }

  tagKeys(metric: string, request: ListRequest = {}): Promise<Names> {
    return this.names('autocomplete/tag-keys', { metric, ...request });
  }

  tagValues(metric: string, key: string, request: ListRequest = {}): Promise<Names> {
    return this.names('autocomplete/tag-values', { metric, key, ...request });
  }

  hosts(request: ListRequest = {}): Promise<Names> {
    return this.names('autocomplete/hosts', { ...request });
  }

  private async names(path: string, params: Record<string, unknown>): Promise<Names> {
    const present = Object.fromEntries(
      Object.entries(params).filter(([, value]) => value !== undefined && value !== '')
    );
    const listing = (await this.backend.getResource(path, present, { showErrorAlert: false })) as Listing;
    return {
      names: listing.items.map((item) => item.text),
      complete: listing.complete ?? true,
      stale: listing.stale ? (listing.reason ?? 'Datadog cannot be reached') : undefined,
    };
  }

  private post<T>(path: string, data: unknown, abortSignal?: AbortSignal): Promise<T> {
    return this.backend.postResource(path, data, { showErrorAlert: false, abortSignal }) as Promise<T>;
  }
}

/** Returns what to tell the user of a call that failed: the backend's own words where there are some. */
export function failureText(failure: unknown): string {
  const { data, message, statusText, status } = (failure ?? {}) as {
    data?: { message?: string };
    message?: string;
    statusText?: string;
    status?: number;
  };
  const told = data?.message || message || statusText;
  return told ? told : `The data source did not answer${status ? ` (status ${status})` : ''}.`;
}
