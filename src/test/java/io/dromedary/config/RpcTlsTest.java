// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dromedary.datadog.http.TestAuthority;
import io.dromedary.grpc.ServerStarted;
import io.dromedary.proto.v1.QueriesGrpc;
import io.dromedary.proto.v1.QueryRequest;
import io.grpc.Channel;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gRPC API with a certificate of its own: asked by clients that check it, and watched by another Dromedary. */
class RpcTlsTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @TempDir
    private static Path directory;

    private static Main main;
    private static InetSocketAddress address;
    private static Path authority;

    @BeforeAll
    static void start() throws Exception {
        var keys = new TestAuthority(directory);
        keys.issue("door", "EC", "dns:localhost");
        authority = Files.writeString(directory.resolve("ca.pem"), keys.certificatePem("ca"));
        var certificate = Files.writeString(directory.resolve("door.pem"), keys.certificatePem("door"));
        var key = Files.writeString(
                directory.resolve("door-key.pem"),
                TestAuthority.pem("PRIVATE KEY", keys.key("door").getEncoded()));
        var listening = new CompletableFuture<InetSocketAddress>();
        main = bundle(certificate.toString(), key.toString());
        main.bind("listening", (ServerStarted) listening::complete);
        main.start();
        address = listening.get(30, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() {
        main.stop();
    }

    @Test
    void answersOverTlsWhoShowsAToken() throws Exception {
        var trusting = TlsChannelCredentials.newBuilder()
                .trustManager(authority.toFile())
                .build();
        var channel = Grpc.newChannelBuilderForAddress("localhost", address.getPort(), trusting)
                .build();
        try {
            assertThat(ask(channel, "first")).isEqualTo(200);
            assertThatThrownBy(() -> ask(channel, "wrong")).hasMessageStartingWith("UNAUTHENTICATED");
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void isNotThereForWhoSpeaksPlaintextOrTrustsSomebodyElse() throws Exception {
        var plain = NettyChannelBuilder.forAddress("localhost", address.getPort())
                .usePlaintext()
                .build();
        var doubting = Grpc.newChannelBuilderForAddress("localhost", address.getPort(), TlsChannelCredentials.create())
                .build();
        for (ManagedChannel channel : new ManagedChannel[] {plain, doubting}) {
            try {
                assertThatThrownBy(() -> ask(channel, "first")).hasMessageStartingWith("UNAVAILABLE");
            } finally {
                channel.shutdownNow();
            }
        }
    }

    @Test
    void isWatchedByAnotherDromedary() throws Exception {
        var settings = """
                dromedary.remote.near.address = localhost:%1$d
                dromedary.remote.near.tls = true
                dromedary.remote.near.tls-ca-certificate = %2$s
                dromedary.remote.wary.address = 127.0.0.1:%1$d
                dromedary.remote.wary.tls = true
                dromedary.remote.wrong.address = nowhere
                """.formatted(address.getPort(), authority);
        try (var bundle = new ServingBundle(settings)) {
            await().atMost(LONGEST)
                    .untilAsserted(() ->
                            assertThat(bundle.check("remote-near").toString()).contains("\"UP\""));
            await().atMost(LONGEST)
                    .untilAsserted(() ->
                            assertThat(bundle.check("remote-wary").toString()).contains("\"DOWN\""));
            assertThat(bundle.check("remote-wrong").path("text").asText())
                    .isEqualTo("dromedary.remote.wrong.address must be host:port");
        }
    }

    @Test
    void saysWhichFileIsWrong() throws Exception {
        var missing = directory.resolve("missing.pem").toString();
        var garbage =
                Files.writeString(directory.resolve("garbage.pem"), "garbage").toString();
        assertThatThrownBy(() -> bundle(missing, missing).start())
                .hasStackTraceContaining(missing + ", cannot be read");
        assertThatThrownBy(() -> bundle(garbage, garbage).start()).hasStackTraceContaining("PEM certificate");
        assertThatThrownBy(() -> bundle(garbage, "").start()).hasStackTraceContaining("needs both");
    }

    private static Main bundle(String certificate, String key) {
        var bundle = new Bundle(".", Map.of()).main(false, true);
        bundle.addOverrideProperty("dromedary.http.port", "0");
        bundle.addOverrideProperty("dromedary.rpc.port", "0");
        bundle.addOverrideProperty("dromedary.rpc.tls-certificate", certificate);
        bundle.addOverrideProperty("dromedary.rpc.tls-key", key);
        bundle.addOverrideProperty("dromedary.http.tokens", "first,second");
        return bundle;
    }

    private static int ask(Channel channel, String token) {
        var metadata = new Metadata();
        metadata.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return QueriesGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata))
                .withDeadlineAfter(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .query(QueryRequest.newBuilder()
                        .setInstance("sandbox")
                        .setFrom("now-15m")
                        .setMaxDataPoints(5)
                        .addQueries("{\"refId\":\"A\",\"query\":\"avg:system.cpu.user{*}\"}")
                        .build())
                .getAnswers(0)
                .getStatus();
    }
}
