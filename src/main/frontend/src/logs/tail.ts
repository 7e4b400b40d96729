// SPDX-License-Identifier: Apache-2.0
import { DataQueryRequest, DataQueryResponse, LiveChannelAddress, LiveChannelScope, LoadingState } from '@grafana/data';
import { getGrafanaLiveSrv } from '@grafana/runtime';
import { map, merge, Observable } from 'rxjs';
import { SavedQuery } from '../types';

/** Returns the lines of all queries as they come in. Each query has a channel of its own. */
export function tail(
  uid: string,
  request: DataQueryRequest<SavedQuery>,
  queries: SavedQuery[]
): Observable<DataQueryResponse> {
  const streams = queries.map((query) =>
    getGrafanaLiveSrv()
      .getDataStream({
        addr: address(uid, query),
        key: `${request.requestId}.${query.refId}`,
        buffer: { maxLength: 1000 },
      })
      .pipe(map((reply) => ({ ...reply, key: `tail-${query.refId}`, state: LoadingState.Streaming })))
  );
  return merge(...streams);
}

/** Newer Grafanas call the data source's uid a stream, older ones a namespace. */
function address(uid: string, query: SavedQuery): LiveChannelAddress {
  // the browser's own unique ids are there over HTTPS only
  const path = `tail/${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  return { scope: LiveChannelScope.DataSource, namespace: uid, stream: uid, path, data: query } as LiveChannelAddress;
}
