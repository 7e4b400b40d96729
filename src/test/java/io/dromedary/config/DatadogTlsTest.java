// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.dromedary.config.DatadogRoutes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.datadog.RawServer;
import io.dromedary.datadog.http.Connections;
import io.dromedary.datadog.http.TestAuthority;
import io.dromedary.instance.Instance;
import io.dromedary.instance.Secret;
import io.dromedary.instance.Tls;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DatadogTlsTest {

    @TempDir
    static Path directory;

    private static TestAuthority authority;
    private static String ca;
    private static DatadogRoutes routes;
    private static WireMockServer plain;
    private static WireMockServer renamed;
    private static WireMockServer mutual;

    @BeforeAll
    static void start() throws Exception {
        authority = new TestAuthority(directory);
        authority.issue("here", "RSA", "dns:localhost");
        authority.issue("there", "EC", "dns:datadog.test");
        authority.issue("client", "EC", "dns:client");
        ca = authority.certificatePem("ca");
        plain = server("here", false);
        renamed = server("there", false);
        mutual = server("here", true);
        routes = new DatadogRoutes();
    }

    @AfterAll
    static void stop() {
        routes.close();
        plain.stop();
        renamed.stop();
        mutual.stop();
    }

    @Test
    void trustsAHostByItsOwnAuthority() {
        assertThat(fetch(plain, new Tls(false, ca, null, null, null))).isEqualTo("[]");
    }

    @Test
    void refusesAHostThePlatformDoesNotTrust() {
        var failure = failure(plain, Tls.DEFAULT);

        assertThat(failure.status()).isEqualTo(502);
        assertThat(failure.source()).isEqualTo(Source.DOWNSTREAM);
        assertThat(failure.text()).contains("not trusted; give its CA certificate");
    }

    @Test
    void refusesAHostOfAnotherName() {
        assertThat(failure(renamed, new Tls(false, ca, null, null, null)).text())
                .contains("certificate is for another name");
    }

    @Test
    void expectsTheServerNameOfTheSettings() {
        assertThat(fetch(renamed, new Tls(false, ca, null, null, "datadog.test")))
                .isEqualTo("[]");
    }

    @Test
    void trustsAnyHostWhenToldSo() {
        assertThat(fetch(renamed, new Tls(true, null, null, null, null))).isEqualTo("[]");
    }

    @Test
    void showsItsOwnCertificate() throws Exception {
        assertThat(fetch(mutual, client())).isEqualTo("[]");
    }

    @Test
    void saysThatACertificateOfItsOwnMayBeWanted() {
        assertThat(failure(mutual, new Tls(false, ca, null, null, null)).status())
                .isEqualTo(502);
    }

    @Test
    void sharesNoConnectionBetweenDifferentSettings() throws Exception {
        assertThat(fetch(mutual, client())).isEqualTo("[]");

        assertThat(failure(mutual, new Tls(false, ca, null, null, null)).status())
                .as("would succeed on the connection of the other")
                .isEqualTo(502);
        assertThat(failure(plain, Tls.DEFAULT).text()).contains("not trusted");
    }

    @Test
    void usesAConnectionAgainUnderTheSameSettings() {
        var mine = instance(plain, new Tls(true, null, null, null, null));
        var pool = routes.bean("connections", Connections.class).pool();
        routes.fetch(mine, text("/api/v1/hosts"));
        int before = pool.getTotalStats().getAvailable();

        routes.fetch(mine, text("/api/v1/hosts"));

        assertThat(pool.getTotalStats().getAvailable()).isEqualTo(before);
    }

    @Test
    void namesTheSettingThatIsNoPem() {
        assertThat(failure(plain, new Tls(false, "no pem", null, null, null)))
                .isEqualTo(Failure.badRequest("The CA certificate (tlsCACert) of the data source is not usable PEM"));
    }

    @Test
    void doesNotShowAKeyItCannotRead() {
        var tls = new Tls(
                false, ca, ca, new Secret("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----"), null);

        assertThatThrownBy(() -> fetch(plain, tls))
                .hasMessageContaining("client key (tlsClientKey)")
                .hasMessageNotContaining("c2VjcmV0")
                .hasNoCause();
    }

    @Test
    void saysSoWhenTheHostDoesNotSpeakTls() throws Exception {
        try (var server = new ServerSocket(0)) {
            var greeter = new Thread(() -> greet(server));
            greeter.start();
            var url = "https://localhost:" + server.getLocalPort();
            var mine = DatadogRoutes.instance(url, Duration.ofSeconds(20), Tls.DEFAULT);

            assertThatThrownBy(() -> routes.fetch(mine, text("/api/v1/hosts")))
                    .hasMessageContaining("does not speak TLS");
        }
    }

    private static void greet(ServerSocket server) {
        try (var client = server.accept()) {
            client.getOutputStream().write(RawServer.bytes("220 mail.example ready\r\n"));
            client.getOutputStream().flush();
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // the client has hung up, as it should
        }
    }

    private static Tls client() throws Exception {
        return new Tls(
                false,
                ca,
                authority.certificatePem("client"),
                new Secret(
                        TestAuthority.pem("PRIVATE KEY", authority.key("client").getEncoded())),
                null);
    }

    private static WireMockServer server(String alias, boolean needsClient) throws Exception {
        var server = new WireMockServer(wireMockConfig()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(authority.serverStore(alias).toString())
                .keystoreType("PKCS12")
                .keystorePassword(TestAuthority.PASSWORD)
                .keyManagerPassword(TestAuthority.PASSWORD)
                .trustStorePath(authority.trustStore().toString())
                .trustStoreType("PKCS12")
                .trustStorePassword(TestAuthority.PASSWORD)
                .needClientAuth(needsClient));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(okJson("[]")));
        return server;
    }

    private static Instance instance(WireMockServer server, Tls tls) {
        return DatadogRoutes.instance("https://localhost:" + server.httpsPort(), Duration.ofSeconds(20), tls);
    }

    private static String fetch(WireMockServer server, Tls tls) {
        return routes.fetch(instance(server, tls), text("/api/v1/hosts"));
    }

    private static Failure failure(WireMockServer server, Tls tls) {
        return catchThrowableOfType(FailedException.class, () -> fetch(server, tls))
                .failure();
    }
}
