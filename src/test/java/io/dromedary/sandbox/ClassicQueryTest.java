// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassicQueryTest {

    private static final long TO = Sandbox.NOW.getEpochSecond();

    private final Sandbox sandbox = new Sandbox();

    private Sandbox.Answer query(long seconds, String text) {
        return sandbox.get(
                "/api/v1/query",
                "from=" + (TO - seconds) + "&to=" + TO + "&query=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    @Test
    void answersADayInFiveMinutesAsRecorded() {
        var json = query(86_400, "system.cpu.idle{*}").json();
        assertThat(json.path("status").asText()).isEqualTo("ok");
        assertThat(json.path("from_date").asLong()).isEqualTo((TO - 86_400) * 1000);
        var series = json.at("/series/0");
        assertThat(series.path("interval").asInt()).isEqualTo(300);
        assertThat(series.path("length").asInt()).isEqualTo(288);
        assertThat(series.path("pointlist")).hasSize(288);
        assertThat(series.path("aggr").isNull()).isTrue();
        assertThat(series.path("scope").asText()).isEqualTo("*");
        assertThat(series.path("start").asLong())
                .isEqualTo(series.at("/pointlist/0/0").asLong());
        assertThat(series.path("end").asLong())
                .isEqualTo(series.at("/pointlist/287/0").asLong() + 299_999);
    }

    @Test
    void answersSeveralExpressions() {
        var series = query(3600, "avg:system.load.1{*} by {env}, avg:system.load.5{*} * 2")
                .json()
                .path("series");
        assertThat(series).extracting(one -> one.path("query_index").asInt()).containsExactly(0, 0, 1);
        assertThat(series)
                .extracting(one -> one.path("scope").asText())
                .containsExactly("env:prod", "env:staging", "*");
        assertThat(series.at("/0/aggr").asText()).isEqualTo("avg");
        assertThat(series.at("/2/expression").asText()).isEqualTo("avg:system.load.5{*} * 2");
    }

    @Test
    void drawsNothingOfTheFuture() {
        var answer = sandbox.get(
                "/api/v1/query",
                "from=" + (TO + 60) + "&to=" + (TO + 3_600) + "&query=default_zero%28avg:system.load.1%7B*%7D%29");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("series")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "from=1&to=2",
                "from=9&to=9&query=x{*}",
                "from=x&to=2&query=x{*}",
                "from=1773150000&to=1773155000&query=avg:"
            })
    void refusesWhatIsWrong(String query) {
        assertThat(sandbox.get("/api/v1/query", query).status()).isEqualTo(400);
    }
}
