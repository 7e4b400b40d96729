// SPDX-License-Identifier: Apache-2.0
package io.dromedary.rpc;

import io.dromedary.proto.v1.HealthRequest;
import io.dromedary.proto.v1.QueryRequest;

/** Makes requests to another Dromedary, for routes: YAML cannot build a message by itself. Stateless. */
public final class RpcRequests {

    /**
     * Asks one query up to now.
     *
     * @param instance configured over there; empty for the only one
     * @param from for example {@code now-15m}
     * @param query a saved query, JSON
     */
    public QueryRequest query(String instance, String from, String query) {
        return QueryRequest.newBuilder()
                .setInstance(instance)
                .setFrom(from)
                .addQueries(query)
                .build();
    }

    /**
     * Returns the question whether an instance's keys and each permission work.
     *
     * @param instance configured over there; empty for the only one
     */
    public HealthRequest health(String instance) {
        return HealthRequest.newBuilder().setInstance(instance).build();
    }
}
