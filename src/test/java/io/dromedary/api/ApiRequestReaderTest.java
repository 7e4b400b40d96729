// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.dromedary.call.FailedException;
import io.dromedary.call.MovingClock;
import io.dromedary.query.AskedQuery;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiRequestReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final ApiRequestReader reader = new ApiRequestReader(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void fillsInWhatMostPeopleMean() {
        var request = read("{\"queries\":[{\"query\":\"avg:a{*}\"},{\"query\":\"avg:b{*}\"}]}");

        assertThat(request.instance()).isEmpty();
        assertThat(request.batch().refIds()).containsExactly("A", "B");
        assertThat(request.batch().shown()).as("leaves out hidden queries").isTrue();
        assertThat(request.batch().queries()).allSatisfy(query -> {
            assertThat(query.fromMillis()).isEqualTo(NOW.toEpochMilli() - 3_600_000);
            assertThat(query.toMillis()).isEqualTo(NOW.toEpochMilli());
            assertThat(query.maxDataPoints()).isZero();
        });
    }

    @Test
    void hasOneNowForAllQueriesOfARequest() {
        var running = new ApiRequestReader(MovingClock.ticking(NOW));
        var request =
                running.read("{\"from\":\"now-1h\",\"queries\":[{\"query\":\"a\"},{\"query\":\"b\"},{\"query\":\"c\"}]}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(request.batch().queries()).extracting(AskedQuery::toMillis).containsOnly(NOW.toEpochMilli());
        assertThat(request.batch().queries())
                .extracting(AskedQuery::fromMillis)
                .containsOnly(NOW.toEpochMilli() - 3_600_000);
    }

    @Test
    void letsAQueryHaveItsOwnWindow() {
        var request = read("""
                {"instance":"shop","from":"now-2d","to":"2026-11-23T09:00:00Z","maxDataPoints":100,"queries":[
                 {"refId":"X","query":"a"},{"refId":"Y","query":"b","from":1700000000000,"maxDataPoints":7,"intervalMs":20}]}
                """);

        assertThat(request.instance()).isEqualTo("shop");
        assertThat(request.batch().queries())
                .extracting(
                        AskedQuery::refId,
                        AskedQuery::fromMillis,
                        AskedQuery::maxDataPoints,
                        AskedQuery::intervalMillis)
                .containsExactly(
                        tuple("X", NOW.toEpochMilli() - 172_800_000L, 100L, 0L),
                        tuple("Y", 1_700_000_000_000L, 7L, 20L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                    | not valid JSON",
                "[]                                   | JSON object",
                "''                                   | JSON object",
                "{}                                   | at least one query",
                "{\"queries\":[]}                     | at least one query",
                "{\"queries\":[7]}                    | JSON object",
                "{\"queries\":[{\"from\":\"soon\"}]}  | write now-1h",
                "{\"queries\":[{\"from\":\"now-1y\"}]}| write now-1h",
                "{\"queries\":[{\"maxDataPoints\":\"many\"}]} | whole number",
                "{\"queries\":[{\"refId\":\"A\"},{\"refId\":\"A\"}]} | occurs twice",
            })
    void saysWhatToCorrect(String body, String expected) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(FailedException.class).hasMessageContaining(expected);
    }

    private ApiRequest read(String body) {
        return reader.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
