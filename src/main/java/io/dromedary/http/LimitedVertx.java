// SPDX-License-Identifier: Apache-2.0
package io.dromedary.http;

import io.dromedary.tracing.CurrentSpan;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.VertxWrapper;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * A Vert.x whose HTTP servers have our limits: Camel makes its server without any and takes none, but takes the Vert.x
 * that it finds. Writes nothing to disk.
 */
public final class LimitedVertx extends VertxWrapper {

    private static final int EVENT_LOOPS = 2;

    private final HttpLimits limits;
    private final ServerKeys keys;
    private final ConnectionWatch watch;

    private LimitedVertx(VertxInternal vertx, HttpLimits limits, ServerKeys keys, ConnectionWatch watch) {
        super(vertx);
        this.limits = limits;
        this.keys = keys;
        this.watch = watch;
    }

    /** Starts its threads; {@link #close()} ends them. */
    public static LimitedVertx create(HttpLimits limits, ServerKeys keys, ConnectionWatch watch) {
        var options = new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setWorkerPoolSize(limits.threads())
                // a call may use its whole time before anything is wrong
                .setMaxWorkerExecuteTimeUnit(TimeUnit.SECONDS)
                .setMaxWorkerExecuteTime(2 * limits.callTimeout().toSeconds() + 1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
        return new LimitedVertx((VertxInternal) Vertx.vertx(options), limits, keys, watch);
    }

    /** Routes run on its threads, which must forget what they worked for. */
    @Override
    public <T> Future<T> executeBlocking(Callable<T> task, boolean ordered) {
        return super.executeBlocking(
                () -> {
                    try {
                        return task.call();
                    } finally {
                        CurrentSpan.clear();
                    }
                },
                ordered);
    }

    @Override
    public HttpServer createHttpServer(HttpServerOptions options) {
        options.setMaxHeaderSize(limits.headerBytes())
                .setMaxInitialLineLength(limits.headerBytes())
                .setHttp2ClearTextEnabled(false)
                .setUseAlpn(false)
                .setCompressionSupported(true);
        return Addresses.guarding(super.createHttpServer(keys.applyTo(options))
                .connectionHandler(connection -> {
                    KnownVersions.watch(connection);
                    watch.opened(connection);
                })
                .invalidRequestHandler(BadRequests::refuse));
    }
}
