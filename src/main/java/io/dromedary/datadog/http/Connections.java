// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import io.dromedary.datadog.Deadlines;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The connections to Datadog, kept open between calls and shared by all instances. TLS is made under the identity that
 * {@link CallInterceptor} has put into the call's context as user token. Thread-safe.
 */
public final class Connections implements AutoCloseable {

    private static final Duration TIDY_EVERY = Duration.ofSeconds(10);

    /** A server that never ends its headers must not fill the memory. */
    private static final Http1Config LIMITED_HEADERS = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16 * 1024)
            .build();

    private static final Duration WARY_FOR = Duration.ofMinutes(1);

    private final PoolingHttpClientConnectionManager pool;
    private final QuietLogs logs = new QuietLogs();
    private volatile long waryUntil = System.nanoTime();

    public Connections(ConnectionLimits limits, Deadlines deadlines) {
        logs.keepShut();
        var config = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connectTimeout()))
                .setTimeToLive(TimeValue.of(limits.timeToLive()));
        var usual = config.build();
        var wary =
                config.setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS).build();
        pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(limits.maxConnections())
                .setMaxConnPerRoute(limits.maxConnectionsPerHost())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(LIMITED_HEADERS)
                        .build())
                .setTlsSocketStrategy(Connections::upgrade)
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setTcpNoDelay(true)
                        .setSoKeepAlive(true)
                        .build())
                .setConnectionConfigResolver(route -> config(usual, wary))
                .build();
        var idle = TimeValue.of(limits.idleTimeout());
        deadlines.every(TIDY_EVERY, () -> {
            pool.closeExpired();
            pool.closeIdle(idle);
        });
    }

    private static SSLSocket upgrade(
            Socket socket, String host, int port, @Nullable Object attachment, HttpContext context) throws IOException {
        if (HttpClientContext.cast(context).getUserToken() instanceof TlsIdentity identity) {
            return identity.upgrade(socket, host, port, attachment, context);
        }
        throw new IllegalStateException("a connection for no instance");
    }

    /** Returns the pool itself, for the HTTP client; it is closed here and nowhere else. */
    public PoolingHttpClientConnectionManager pool() {
        return pool;
    }

    /**
     * Says that a server closed a connection before it answered. It may have closed others that are kept, so for a
     * while each is looked at before it is used. That takes a millisecond, too long to be done always.
     */
    void foundClosed() {
        waryUntil = System.nanoTime() + WARY_FOR.toNanos();
    }

    private ConnectionConfig config(ConnectionConfig usual, ConnectionConfig wary) {
        return System.nanoTime() - waryUntil < 0 ? wary : usual;
    }

    /** Returns how many connections are in use. */
    public int leased() {
        return pool.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        pool.close(CloseMode.IMMEDIATE);
    }
}
