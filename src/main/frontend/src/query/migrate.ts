// SPDX-License-Identifier: Apache-2.0
import { SavedQuery, VERSION } from '../types';
import { fromOld, isOld } from './predecessor';

/** Returns whether something was saved by a newer Dromedary: it is shown, and never changed. */
export function isNewer(query: { version?: number }): boolean {
  return (query.version ?? VERSION) > VERSION;
}

/**
 * Returns the query in today's form, with what is missing filled in: queries of provisioned dashboards are often
 * written by hand. A newer one is returned as it is. What is unknown stays.
 */
export function migrate<T extends SavedQuery>(query: T): T {
  if (isNewer(query) || (query.version === VERSION && query.queryType)) {
    return query;
  }
  if (isOld(query)) {
    return fromOld(query) as unknown as T;
  }
  return { ...query, version: VERSION, queryType: query.queryType || 'metrics' };
}

/** Returns the query with the mode of the editor settled: a text written by hand opens as code. */
export function opened<T extends SavedQuery>(query: T): T {
  return isNewer(query) || query.editor ? query : { ...query, editor: query.query ? 'code' : 'builder' };
}
