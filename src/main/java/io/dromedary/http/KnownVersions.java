// SPDX-License-Identifier: Apache-2.0
package io.dromedary.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.Set;

/**
 * Takes a request of a version of HTTP that there is not, {@code HTTP/9.9}, for one that cannot be read, so that it is
 * answered as those are. Vert.x answers it before any handler is asked, with 501 and nothing else.
 */
@Sharable
final class KnownVersions extends ChannelInboundHandlerAdapter {

    private static final KnownVersions INSTANCE = new KnownVersions();
    private static final Set<HttpVersion> KNOWN = Set.of(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1);

    /** Vert.x' name of what handles the requests of a connection. */
    private static final String HANDLER = "handler";

    private KnownVersions() {}

    /** Looks at the requests of a connection from now on. */
    static void watch(HttpConnection connection) {
        if (connection instanceof HttpServerConnection server
                && server.channel().pipeline().get(HANDLER) != null) {
            server.channel().pipeline().addBefore(HANDLER, "versions", INSTANCE);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request
                && request.decoderResult().isSuccess()
                && !KNOWN.contains(request.protocolVersion())) {
            request.setDecoderResult(DecoderResult.failure(new UnknownVersionException()));
            // answers repeat the version
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
        context.fireChannelRead(message);
    }

    /** The version of HTTP that a request names is none. */
    static final class UnknownVersionException extends DecoderException {
        private static final long serialVersionUID = 1L;
    }
}
