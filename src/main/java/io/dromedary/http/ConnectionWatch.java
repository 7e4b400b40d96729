// SPDX-License-Identifier: Apache-2.0
package io.dromedary.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes connections that are held without being used: the head of a request must be complete within the time to read,
 * counted from the opening of the connection or from the end of the answer before, however many bytes trickle in
 * meanwhile. Also bounds their number. Thread-safe.
 */
public final class ConnectionWatch {

    private final int most;
    private final long readMillis;
    private final Map<HttpConnection, Long> waiting = new ConcurrentHashMap<>();
    private final Map<HttpConnection, Boolean> open = new ConcurrentHashMap<>();

    public ConnectionWatch(int most, Duration readTimeout) {
        this.most = most;
        readMillis = readTimeout.toMillis();
    }

    /** Returns how many connections are open. */
    public int count() {
        return open.size();
    }

    void opened(HttpConnection connection) {
        if (open.size() >= most) {
            connection.close();
            return;
        }
        open.put(connection, true);
        connection.closeHandler(closed -> {
            open.remove(connection);
            forget(connection);
        });
        awaitRequest(connection);
    }

    /** The head of a request is there. */
    void began(HttpConnection connection) {
        forget(connection);
    }

    private void forget(HttpConnection connection) {
        var timer = waiting.remove(connection);
        if (timer != null) {
            vertx().cancelTimer(timer);
        }
    }

    /** An answer is sent; the next request may come. */
    void awaitRequest(HttpConnection connection) {
        if (open.containsKey(connection)) {
            forget(connection);
            waiting.put(connection, vertx().setTimer(readMillis, late -> {
                waiting.remove(connection);
                connection.close();
            }));
        }
    }

    /** Called on a connection's own event loop only. */
    private static Vertx vertx() {
        return Vertx.currentContext().owner();
    }
}
