// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.datadog.http.TestAuthority;
import io.dromedary.tracing.Propagation;
import io.dromedary.tracing.Sampling;
import io.dromedary.tracing.Span;
import io.dromedary.tracing.TraceSettings;
import io.dromedary.tracing.TraceSettings.Protocol;
import io.dromedary.tracing.TraceTls;
import io.dromedary.tracing.Tracing;
import io.grpc.TlsServerCredentials;
import io.grpc.TlsServerCredentials.ClientAuth;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A receiver of traces with a certificate of its own authority, which wants to know who sends. */
class OtlpTlsTest {

    @TempDir
    private static Path directory;

    private static TestAuthority authority;
    private static TraceReceiver receiver;

    @BeforeAll
    static void listen() throws Exception {
        authority = new TestAuthority(directory);
        authority.issue("receiver", "EC", "ip:127.0.0.1");
        authority.issue("sender", "RSA", "dns:sender");
        write("ca.pem", authority.certificatePem("ca"));
        for (var name : List.of("receiver", "sender")) {
            write(name + ".pem", authority.certificatePem(name));
            write(
                    name + "-key.pem",
                    TestAuthority.pem("PRIVATE KEY", authority.key(name).getEncoded()));
        }
        write("nonsense.pem", "no certificate");
        var credentials = TlsServerCredentials.newBuilder()
                .keyManager(file("receiver.pem"), file("receiver-key.pem"))
                .trustManager(file("ca.pem"))
                .clientAuth(ClientAuth.REQUIRE)
                .build();
        receiver = TraceReceiver.overTls(credentials, context());
    }

    @AfterAll
    static void close() {
        receiver.close();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void sendsToAReceiverOfItsOwnAuthorityAndShowsItsCertificate(Protocol protocol) {
        var name = "sent over " + protocol;
        try (var tracing = tracing(protocol, tls("ca.pem", "sender.pem", "sender-key.pem"))) {
            tracing.client(Span.NONE, name).end();
        }
        assertThat(receiver.span(span -> span.name().equals(name)).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void sendsNothingToAReceiverItDoesNotTrust(Protocol protocol) {
        var name = "untrusted over " + protocol;
        try (var tracing = tracing(protocol, TraceTls.DEFAULT)) {
            tracing.client(Span.NONE, name).end();
        }
        assertThat(receiver.spans()).noneMatch(span -> span.name().equals(name));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void saysWhichFileIsWrong(Protocol protocol) {
        assertThatThrownBy(() -> tracing(protocol, tls("missing.pem", "", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing.pem cannot be read");
        assertThatThrownBy(() -> tracing(protocol, tls("ca.pem", "sender.pem", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belong together");
        assertThatThrownBy(() -> tracing(protocol, tls("nonsense.pem", "", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Tracing tracing(Protocol protocol, TraceTls tls) {
        var endpoint =
                protocol == Protocol.GRPC ? "https://" + receiver.address() : receiver.httpAddress() + "/v1/traces";
        return OtlpTracing.start(
                new TraceSettings(
                        URI.create(endpoint),
                        protocol,
                        Map.of(),
                        tls,
                        List.of(Propagation.W3C),
                        Sampling.ALL,
                        "shop",
                        Map.of()),
                "1");
    }

    private static TraceTls tls(String authority, String certificate, String key) {
        return new TraceTls(path(authority), path(certificate), path(key));
    }

    private static String path(String name) {
        return name.isEmpty() ? "" : directory.resolve(name).toString();
    }

    private static java.io.File file(String name) {
        return directory.resolve(name).toFile();
    }

    private static void write(String name, String text) throws Exception {
        Files.writeString(directory.resolve(name), text);
    }

    private static SSLContext context() throws Exception {
        var password = TestAuthority.PASSWORD.toCharArray();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(authority.serverStore("receiver").toFile(), password), password);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(authority.trustStore().toFile(), password));
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
