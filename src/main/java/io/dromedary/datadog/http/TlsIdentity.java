// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import io.dromedary.instance.Tls;
import java.io.IOException;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * One way to trust and to be trusted. Connections carry the identity they were made with and are used under the very
 * same one only, so it equals nothing but itself. What it needs is loaded with its first connection. Thread-safe.
 */
final class TlsIdentity {

    private final @Nullable String serverName;
    private final Supplier<DefaultClientTlsStrategy> strategy;

    TlsIdentity(Tls tls) {
        serverName = tls.serverName();
        strategy = new Once<>(() -> strategy(tls));
    }

    /** Puts TLS over {@code socket}; the name in the settings, if any, counts instead of the URL's. */
    SSLSocket upgrade(Socket socket, String host, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        var name = serverName == null || serverName.isEmpty() ? host : serverName;
        return strategy.get().upgrade(socket, name, port, attachment, context);
    }

    /** Loads certificates and key now, so that what is wrong with them is told before a connection is made. */
    void load() {
        var unused = strategy.get();
    }

    private static DefaultClientTlsStrategy strategy(Tls tls) {
        var context = TlsContexts.from(tls);
        return tls.skipVerify()
                ? new DefaultClientTlsStrategy(
                        context, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE)
                : new DefaultClientTlsStrategy(
                        context, HostnameVerificationPolicy.BUILTIN, NoopHostnameVerifier.INSTANCE);
    }

    @Override
    public String toString() {
        return "TlsIdentity@" + Integer.toHexString(System.identityHashCode(this));
    }
}
