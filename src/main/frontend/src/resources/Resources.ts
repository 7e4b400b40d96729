// SPDX-License-Identifier: Apache-2.0
import { SavedQuery } from '../types';
import { BuilderModel } from '../builder/model';
import { namesOf } from './named';
import {
  Backend,
  Completions,
  Explanation,
  Listing,
  ListRequest,
  Names,
  Problem,
  Range,
  Surroundings,
  Translation,
} from './types';

/** Asks the backend on behalf of the editors. Failures are shown where they matter, not in pop-ups. */
export class Resources {
  constructor(private readonly backend: Backend) {}

  complete(query: string, cursor: number, around: Surroundings = {}, signal?: AbortSignal): Promise<Completions> {
    return this.post<Partial<Completions>>('autocomplete/complete', { query, cursor, ...around }, signal).then(
      ({ items = [], complete = true }) => ({ items, complete })
    );
  }

  /** @param product the query type whose events are searched */
  completeSearch(
    product: string,
    query: string,
    cursor: number,
    variables: string[],
    signal?: AbortSignal
  ): Promise<Completions> {
    return this.post<Partial<Completions>>('autocomplete/search', { product, query, cursor, variables }, signal).then(
      ({ items = [], complete = true }) => ({ items, complete })
    );
  }

  validate(query: string, signal?: AbortSignal, queryType?: string): Promise<Problem[]> {
    return this.post<{ problems?: Problem[] }>('query/validate', { query, queryType }, signal).then(
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

  facets(product: string, request: ListRequest = {}): Promise<Names> {
    return this.names('autocomplete/facets', { product, ...request });
  }

  facetValues(product: string, facet: string, request: ListRequest = {}): Promise<Names> {
    return this.names('autocomplete/facet-values', { product, facet, ...request });
  }

  services(env: string, request: ListRequest = {}): Promise<Names> {
    return this.names('autocomplete/services', { env, ...request });
  }

  envs(request: ListRequest = {}): Promise<Names> {
    return this.names('autocomplete/envs', { ...request });
  }

  monitors(request: ListRequest = {}): Promise<Names> {
    return this.names('autocomplete/monitors', { ...request });
  }

  slos(request: ListRequest = {}): Promise<Names> {
    return this.names('autocomplete/slos', { ...request });
  }

  syntheticTests(request: ListRequest = {}): Promise<Names> {
    return this.names('autocomplete/synthetic-tests', { ...request });
  }

  logIndexes(request: ListRequest = {}): Promise<Names> {
    return this.names('autocomplete/log-indexes', { ...request });
  }

  endpoints(request: ListRequest = {}): Promise<Names> {
    return this.names('autocomplete/endpoints', { ...request });
  }

  private async names(path: string, params: Record<string, unknown>): Promise<Names> {
    const present = Object.fromEntries(
      Object.entries(params).filter(([, value]) => value !== undefined && value !== '')
    );
    const listing = (await this.backend.getResource(path, present, { showErrorAlert: false })) as Listing;
    return {
      ...namesOf(listing.items),
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
