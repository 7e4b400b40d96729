// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent in is found again. */
class IntakeTest {

    private static final long NOW = Sandbox.NOW.getEpochSecond();

    private final Sandbox sandbox = new Sandbox();

    private Sandbox.Answer post(String path, String body) {
        return sandbox.post(path, body.replace('`', '"'));
    }

    @Test
    void drawsMetricsThatWereSent() {
        var sent = post(
                "/api/v2/series",
                "{`series`:[{`metric`:`my.orders`,`type`:1,`points`:[{`timestamp`:" + (NOW - 30) + ",`value`:4},"
                        + "{`timestamp`:" + (NOW - 20) + ",`value`:5}],`tags`:[`env:test`],"
                        + "`resources`:[{`type`:`host`,`name`:`h1`}]}]}");
        assertThat(sent.status()).isEqualTo(202);
        var series = sandbox.series(
                "sum:my.orders{env:test} by {host}.as_count()",
                Sandbox.NOW.minusSeconds(300),
                Sandbox.NOW,
                java.time.Duration.ofSeconds(10));
        assertThat(Arrays.stream(series.get("host:h1"))
                        .filter(value -> !Double.isNaN(value))
                        .toArray())
                .containsExactly(4, 5);
        assertThat(sandbox.get("/api/v2/metrics", "").json().toString()).contains("my.orders");
    }

    @Test
    void describesAMetricOfOneWord() {
        post("/api/v2/series", "{`series`:[{`metric`:`orders`,`points`:[{`timestamp`:" + NOW + ",`value`:4}]}]}");
        var metadata = sandbox.get("/api/v1/metrics/orders", "");
        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.json().path("integration").isNull()).isTrue();
    }

    @Test
    void countsOnceWhatWasSentHoweverLongTheWindow() {
        post(
                "/api/v2/logs",
                "[{`message`:`one`,`service`:`mine`,`size`:2},{`message`:`two`,`service`:`mine`,`size`:4}]");
        var answer = post(
                "/api/v2/logs/analytics/aggregate",
                "{`filter`:{`query`:`service:mine`,`from`:`now-14d`,`to`:`now`},`compute`:[{`aggregation`:`count`},"
                        + "{`aggregation`:`sum`,`metric`:`@size`},{`aggregation`:`avg`,`metric`:`@size`}]}");
        assertThat(answer.json().at("/data/buckets/0/computes").toString()).isEqualTo("{\"c0\":2,\"c1\":6,\"c2\":3}");
    }

    @Test
    void keepsNumbersBeyondALong() {
        post("/api/v2/logs", "{`message`:`huge`,`size`:18446744073709551615}");
        var log = Events.logs(sandbox).recent("huge").get(0);
        assertThat(log.at("/attributes/attributes/size").asDouble()).isEqualTo(1.8446744073709552E19);
    }

    @Test
    void findsLogsThatWereSent() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(
                    ("[{\"message\":\"hello there\",\"ddsource\":\"test\",\"ddtags\":\"env:test,a\",\"hostname\":\"h1\",\"service\":"
                                    + "\"mine\",\"status\":\"WARN\",\"order\":{\"id\":42}},{\"message\":\"second\",\"service\":\"mine\"}]")
                            .getBytes(UTF_8));
        }
        var request = new SandboxRequest("POST", "/api/v2/logs", "", Map.of(), bytes.toByteArray(), true);
        assertThat(sandbox.send(request).status()).isEqualTo(202);
        var logs = Events.logs(sandbox);
        assertThat(logs.recent("service:mine")).hasSize(2);
        var log = logs.recent("hello env:test status:warn @order.id:42 host:h1 source:test");
        assertThat(log).hasSize(1);
        assertThat(log.get(0).at("/attributes/attributes/order/id").asInt()).isEqualTo(42);
        assertThat(logs.all("service:(mine OR cart)", "now-15m", "now", 7, "timestamp"))
                .filteredOn(one -> one.at("/attributes/service").asText().equals("mine"))
                .hasSize(2);
    }

    @Test
    void findsEventsThatWereSent() {
        var classic = post(
                "/api/v1/events",
                "{`title`:`Sale begins`,`text`:`half price`,`tags`:[`env:test`],`alert_type`:`warning`}");
        assertThat(classic.status()).isEqualTo(202);
        long id = classic.json().at("/event/id").asLong();
        assertThat(id).isGreaterThan(1L << 53);
        assertThat(sandbox.get("/api/v1/events/" + id, "")
                        .json()
                        .at("/event/title")
                        .asText())
                .isEqualTo("Sale begins");
        assertThat(sandbox.get("/api/v1/events", "start=" + (NOW - 60) + "&end=" + NOW + "&tags=env:test")
                        .json()
                        .at("/events/0/alert_type")
                        .asText())
                .isEqualTo("warning");
        var event = post(
                "/api/v2/events",
                "{`data`:{`type`:`event`,`attributes`:{`title`:`Sale ends`,`category`:`change`,`tags`:[`env:test`]}}}");
        assertThat(event.status()).isEqualTo(202);
        var found = new Events(sandbox, "/api/v2/events/search").recent("env:test sale");
        assertThat(found).hasSize(2);
        String path = found.get(0).path("id").asText();
        assertThat(sandbox.get("/api/v2/events/" + path, "").json().path("data"))
                .isEqualTo(found.get(0));
        assertThat(sandbox.get("/api/v2/events/AAAA", "").status()).isEqualTo(404);
        assertThat(sandbox.get("/api/v1/events/1234", "").error()).isEqualTo("No event matches that event_id.");
        assertThat(new Events(sandbox, "/api/v2/events/search").recent("\"half price\" status:warn"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v2/series|{}",
                "/api/v2/series|{`series`:[{`metric`:`1`}]}",
                "/api/v2/series|nothing",
                "/api/v2/series|{`series`:[{`metric`:`a.b`,`points`:[{`timestamp`:1,`value`:1e400}]}]}",
                "/api/v2/series|{`series`:[{`metric`:`a.b`,`points`:[{`timestamp`:9223372036854775807,`value`:1}]}]}",
                "/api/v1/events|{`title`:`x`,`date_happened`:9223372036854775807}",
                "/api/v2/logs|[1]",
                "/api/v1/events|{`text`:`x`}",
                "/api/v2/events|{}"
            })
    void refusesWhatIsWrong(String path, String body) {
        assertThat(post(path, body).status()).isEqualTo(400);
    }

    @Test
    void refusesABodyThatIsNoGzip() {
        var request = new SandboxRequest("POST", "/api/v2/logs", "", Map.of(), new byte[] {0x1f, (byte) 0x8b, 1}, true);
        assertThat(sandbox.send(request).status()).isEqualTo(400);
    }

    @Test
    void forgetsTheOldest() {
        for (int i = 0; i < 1100; i++) {
            post("/api/v2/logs", "{`message`:`n" + i + "`,`service`:`many`}");
        }
        var logs = Events.logs(sandbox).recent("service:many");
        assertThat(logs).hasSize(1000);
        assertThat(Events.logs(sandbox).recent("service:many n5")).isEmpty();
    }
}
