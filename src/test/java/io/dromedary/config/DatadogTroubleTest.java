// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static io.dromedary.config.DatadogRoutes.instance;
import static io.dromedary.config.DatadogRoutes.text;
import static io.dromedary.datadog.RawServer.answering;
import static io.dromedary.datadog.RawServer.awaitHangUp;
import static io.dromedary.datadog.RawServer.bytes;
import static io.dromedary.datadog.RawServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.dromedary.call.Cancellation;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.datadog.DatadogException;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.RawServer;
import io.dromedary.datadog.http.Connections;
import io.dromedary.instance.Instance;
import io.dromedary.instance.Tls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Datadog that stalls, lies, breaks off, or sends without end. */
@Timeout(60)
class DatadogTroubleTest {

    private static final Duration SHORT = Duration.ofMillis(700);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static DatadogRoutes routes;

    @BeforeAll
    static void start() {
        routes = new DatadogRoutes();
    }

    @AfterAll
    static void stop() {
        routes.close();
    }

    @AfterEach
    void leavesNoConnectionInUse() {
        await().untilAsserted(() -> assertThat(
                        routes.bean("connections", Connections.class).leased())
                .isZero());
    }

    @Test
    void triesOnceMoreAfterAReset() throws Exception {
        try (var server = new RawServer((number, client, out) -> {
            if (number == 1) {
                client.setSoLinger(true, 0);
                client.close();
            }
            out.write(bytes(ok("second")));
        })) {
            assertThat(routes.fetch(instance(server.url()), text("/api/v1/hosts")))
                    .isEqualTo("second");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void triesOnceMoreOnANewConnectionWhenAllKeptOnesWereClosed() throws Exception {
        var together = new CountDownLatch(3);
        try (var server = new RawServer((number, client, out) -> {
            together.countDown();
            together.await();
            out.write(bytes(ok("answer")));
            if (number <= 3) {
                client.close();
            }
        })) {
            var mine = instance(server.url());
            var first = IntStream.range(0, 3)
                    .mapToObj(i -> routes.fetchLater(mine, text("/api/v1/hosts/" + i), new Cancellation()))
                    .toList();
            first.forEach(CompletableFuture::join);

            assertThat(routes.fetch(mine, text("/api/v1/hosts"))).isEqualTo("answer");
        }
    }

    @Test
    void triesOnceMoreAfterABodyThatBrokeOff() throws Exception {
        try (var server = new RawServer((number, client, out) -> {
            out.write(bytes(number == 1 ? HEAD + "Content-Length: 100\r\n\r\n{\"half\":" : ok("second")));
            if (number == 1) {
                out.flush();
                client.close();
            }
        })) {
            assertThat(routes.fetch(instance(server.url()), text("/api/v1/hosts")))
                    .isEqualTo("second");
        }
    }

    @Test
    void givesUpAfterTheSecondAttempt() throws Exception {
        try (var server = new RawServer((number, client, out) -> client.close())) {
            var failure = failure(instance(server.url()));

            assertThat(failure.status()).isEqualTo(502);
            assertThat(failure.source()).isEqualTo(Source.DOWNSTREAM);
            assertThat(failure.text()).contains("broke off").contains("127.0.0.1");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void endsAtTheTimeoutWhenNothingComes() throws Exception {
        try (var server = new RawServer((number, client, out) -> awaitHangUp(client))) {
            var failure = failure(instance(server.url(), SHORT, Tls.DEFAULT));

            assertThat(failure.status()).isEqualTo(504);
            assertThat(failure.text()).contains("within 0.7 s");
            assertThat(server.requests()).hasSize(1);
            assertThat(server.hungUp().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsAtTheTimeoutWhenTheBodyDrips() throws Exception {
        try (var server = new RawServer((number, client, out) -> {
            out.write(bytes(HEAD + "Content-Length: 1000000\r\n\r\n"));
            drip(out);
        })) {
            assertThat(failure(instance(server.url(), SHORT, Tls.DEFAULT)).status())
                    .isEqualTo(504);
            assertThat(server.hungUp().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsAtTheTimeoutWhenTheHeadersDrip() throws Exception {
        try (var server = new RawServer((number, client, out) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nX-Slow: "));
            drip(out);
        })) {
            assertThat(failure(instance(server.url(), SHORT, Tls.DEFAULT)).status())
                    .isEqualTo(504);
            assertThat(server.hungUp().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsAtTheTimeoutWhenAnErrorDrips() throws Exception {
        try (var server = new RawServer((number, client, out) -> {
            out.write(bytes("HTTP/1.1 400 Bad Request\r\nContent-Length: 1000000\r\n\r\n"));
            drip(out);
        })) {
            assertThat(failure(instance(server.url(), SHORT, Tls.DEFAULT)).status())
                    .isEqualTo(504);
        }
    }

    @Test
    void endsAtTheTimeoutWhenMoreIsAnnouncedThanSent() throws Exception {
        try (var server = new RawServer((number, client, out) -> {
            out.write(bytes(HEAD + "Content-Length: 100\r\n\r\n{\"short\":1}"));
            out.flush();
            awaitHangUp(client);
        })) {
            assertThat(failure(instance(server.url(), SHORT, Tls.DEFAULT)).status())
                    .isEqualTo(504);
        }
    }

    @Test
    void neverUsesAConnectionAgainWhoseReplyWasNotReadToItsEnd() throws Exception {
        DatadogRequest<Integer> firstByte = DatadogRequest.get("/api/v1/hosts", "", InputStream::read);
        try (var server = answering(ok("x".repeat(100_000)))) {
            assertThat(routes.fetch(instance(server.url()), firstByte)).isEqualTo('x');
            assertThat(routes.fetch(instance(server.url()), firstByte)).isEqualTo('x');

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void refusesAReplyThatIsTooLarge() throws Exception {
        try (var server = new RawServer((number, client, out) -> {
            out.write(bytes(HEAD + "Transfer-Encoding: chunked\r\n\r\n"));
            var chunk = bytes("100000\r\n" + "x".repeat(0x100000) + "\r\n");
            for (int mebibytes = 0; mebibytes < 500; mebibytes++) {
                out.write(chunk);
            }
        })) {
            var failure = failure(instance(server.url()), skipAll());

            assertThat(failure.status()).isEqualTo(502);
            assertThat(failure.text()).contains("too large (more than 67108864 bytes)");
            assertThat(server.requests()).hasSize(1);
            assertThat(server.hungUp().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void refusesAReplyThatIsTooLargeOnceUnpacked() throws Exception {
        var bomb = bomb();
        assertThat(bomb.size()).isLessThan(1 << 20);
        try (var server = new RawServer((number, client, out) -> {
            out.write(bytes(HEAD + "Content-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n"));
            bomb.writeTo(out);
        })) {
            assertThat(failure(instance(server.url()), skipAll()).text()).contains("too large");
        }
    }

    @Test
    void refusesHeadersWithoutEnd() throws Exception {
        try (var server = new RawServer((number, client, out) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\n"));
            while (true) {
                out.write(bytes("X-More: and more\r\n"));
            }
        })) {
            assertThat(failure(instance(server.url())).status()).isEqualTo(502);
        }
    }

    @Test
    void saysSoWhenTheReplyIsNotPackedAsItClaims() throws Exception {
        try (var server = answering(HEAD + "Content-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnot gzip")) {
            assertThat(failure(instance(server.url())).text()).contains("could not be understood");
        }
    }

    @Test
    void saysSoWhenTheStatusIsNone() throws Exception {
        try (var server = RawServer.answering("HTTP/1.1 000 Nothing\r\nContent-Length: 0\r\n\r\n")) {
            var failure = failure(instance(server.url()));

            assertThat(failure.status()).isEqualTo(502);
            assertThat(failure.text()).contains("could not be understood");
        }
    }

    @Test
    void saysSoWhenItIsNotHttp() throws Exception {
        try (var server = answering("SSH-2.0-OpenSSH_9.2\r\n\r\n".repeat(2000))) {
            assertThat(failure(instance(server.url())).status()).isEqualTo(502);
        }
    }

    @Test
    void saysSoWhenNobodyListens() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var failure = failure(instance("http://127.0.0.1:" + port));

        assertThat(failure.status()).isEqualTo(502);
        assertThat(failure.text()).contains("Cannot connect to 127.0.0.1");
    }

    @Test
    void saysSoWhenTheHostIsUnknown() {
        var failure = failure(instance("http://no-such-host.invalid"));

        assertThat(failure.status()).isEqualTo(502);
        assertThat(failure.text()).contains("Cannot find the host no-such-host.invalid");
    }

    @Test
    void hangsUpWhenTheCallerDoes() throws Exception {
        try (var server = new RawServer((number, client, out) -> awaitHangUp(client))) {
            var cancellation = new Cancellation();
            var fetched = routes.fetchLater(instance(server.url()), text("/api/v1/hosts"), cancellation);
            assertThat(server.asked().await(10, TimeUnit.SECONDS)).isTrue();

            cancellation.cancel();

            assertThat(server.hungUp().await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(catchThrowableOfType(CompletionException.class, fetched::join))
                    .hasCauseInstanceOf(DatadogException.class)
                    .hasMessageContaining("Cancelled");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void hangsUpWhileABodyArrives() throws Exception {
        try (var server = new RawServer((number, client, out) -> {
            out.write(bytes(HEAD + "Content-Length: 1000000\r\n\r\n"));
            drip(out);
        })) {
            var cancellation = new Cancellation();
            var request = DatadogRequest.get("/api/v1/hosts", "", body -> {
                assertThat(body.read()).isEqualTo('.');
                cancellation.cancel();
                return body.readAllBytes().length;
            });

            assertThat(failure(instance(server.url()), request, cancellation).status())
                    .isEqualTo(499);
            assertThat(server.hungUp().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void asksNothingForACallerWhoHasGone() throws Exception {
        try (var server = answering(ok("[]"))) {
            var cancellation = new Cancellation();
            cancellation.cancel();

            assertThat(failure(instance(server.url()), text("/api/v1/hosts"), cancellation)
                            .status())
                    .isEqualTo(499);
            assertThat(server.requests()).isEmpty();
        }
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        while (true) {
            out.write('.');
            out.flush();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** 100 MB of zeros. */
    private static ByteArrayOutputStream bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            var zeros = new byte[1_000_000];
            for (int i = 0; i < 100; i++) {
                gzip.write(zeros);
            }
        }
        return packed;
    }

    private static DatadogRequest<Long> skipAll() {
        return DatadogRequest.get("/api/v2/metrics", "", body -> body.transferTo(OutputStream.nullOutputStream()));
    }

    private static Failure failure(Instance instance) {
        return failure(instance, text("/api/v1/hosts"));
    }

    private static Failure failure(Instance instance, DatadogRequest<?> request) {
        return failure(instance, request, new Cancellation());
    }

    private static Failure failure(Instance instance, DatadogRequest<?> request, Cancellation cancellation) {
        return catchThrowableOfType(FailedException.class, () -> routes.fetch(instance, request, cancellation))
                .failure();
    }
}
