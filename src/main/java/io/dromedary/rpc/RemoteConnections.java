// SPDX-License-Identifier: Apache-2.0
package io.dromedary.rpc;

import io.dromedary.health.Remotes.Remote;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.TlsChannelCredentials;
import io.grpc.health.v1.HealthGrpc;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives what camel-grpc asks about the health of other Dromedaries what it cannot give: a time limit, and TLS with
 * those who want no certificate of ours, for which calls leave its connection for one of our own. Leaves all other
 * calls alone. Thread-safe.
 */
public final class RemoteConnections implements ClientInterceptor, AutoCloseable {

    private static final int LONGEST_SECONDS = 10;

    private final Map<String, Remote> guarded;
    private final Map<String, ManagedChannel> channels = new ConcurrentHashMap<>();

    public RemoteConnections(Collection<Remote> remotes) {
        guarded = remotes.stream()
                .filter(Remote::tls)
                .collect(Collectors.toMap(Remote::address, Function.identity(), (one, other) -> one));
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        if (!HealthGrpc.SERVICE_NAME.equals(method.getServiceName())) {
            return next.newCall(method, options);
        }
        var remote = guarded.get(next.authority());
        var channel = remote == null ? next : channels.computeIfAbsent(remote.address(), any -> connect(remote));
        return channel.newCall(method, options.withDeadlineAfter(LONGEST_SECONDS, TimeUnit.SECONDS));
    }

    private static ManagedChannel connect(Remote remote) {
        try {
            var credentials = remote.authority().isEmpty()
                    ? TlsChannelCredentials.create()
                    : TlsChannelCredentials.newBuilder()
                            .trustManager(new File(remote.authority()))
                            .build();
            return Grpc.newChannelBuilder(remote.address(), credentials).build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }
}
