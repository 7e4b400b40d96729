// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.dromedary.instance.Sources;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists, traces and SQL of the whole bundle, over HTTP. */
class ListsOverHttpTest {

    private static final WireMockServer DATADOG = new WireMockServer(options().dynamicPort());
    private static final Main MAIN = new Bundle(".", Map.of()).main(false, true);

    @BeforeAll
    static void start() throws Exception {
        DATADOG.start();
        MAIN.addOverrideProperty("dromedary.http.port", "0");
        MAIN.start();
    }

    @AfterAll
    static void stop() {
        MAIN.stop();
        DATADOG.stop();
    }

    @BeforeEach
    void forget() {
        DATADOG.resetAll();
    }

    @SuppressWarnings("unchecked")
    private static List<Answer> answers(String... saved) {
        var asked = new ArrayList<AskedQuery>();
        for (var one : saved) {
            asked.add(new AskedQuery(
                    Character.toString('A' + asked.size()),
                    "",
                    1_795_604_400_000L,
                    1_795_608_000_000L,
                    0,
                    0,
                    one.replace('`', '"').getBytes(UTF_8)));
        }
        var settings = "{\"url\":\"http://localhost:" + DATADOG.port() + "\"}";
        var exchange = MAIN.getCamelContext().createProducerTemplate().request("direct:query-run", request -> {
            request.getMessage().setBody(new QueryBatch(asked, false, true));
            request.setVariable("settingsSource", Sources.source("u", 1, settings, Sources.KEYS));
        });
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(List.class);
    }

    @Test
    void endsAListThatHasANextPageForEver() {
        var rows = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"id\":\"c" + i + "\",\"attributes\":{\"name\":\"n\"}}")
                .collect(Collectors.joining(","));
        DATADOG.stubFor(get(urlPathEqualTo("/api/v2/containers"))
                .willReturn(okJson("{\"data\":[" + rows + "],\"meta\":{\"pagination\":{\"next_cursor\":\"a=b&c\"}}}")));

        var answer = answers("{`queryType`:`container-list`,`limit`:10000,`query`:`env:prod,service:a b`}")
                .get(0);

        assertThat(answer.frames().get(0).rows()).isEqualTo(1_000);
        assertThat(answer.frames().get(0).meta().notices())
                .extracting(notice -> notice.text())
                .containsExactly("Datadog sent the same page again and again; the list may not be complete");
        DATADOG.verify(
                1,
                getRequestedFor(urlPathEqualTo("/api/v2/containers"))
                        .withQueryParam("page[cursor]", equalTo("a=b&c"))
                        .withQueryParam("page[size]", equalTo("1000"))
                        .withQueryParam("filter[tags]", equalTo("env:prod,service:a b")));
    }

    @Test
    void failsOnlyWhatIsRefused() {
        DATADOG.stubFor(get(urlPathEqualTo("/api/v1/hosts")).willReturn(okJson("{\"host_list\":[{\"name\":\"a\"}]}")));
        DATADOG.stubFor(get(urlPathEqualTo("/api/v2/downtime"))
                .willReturn(aResponse().withStatus(403).withBody("{\"errors\":[\"Forbidden\"]}")));
        DATADOG.stubFor(get(urlPathEqualTo("/api/v2/trace/18446744073709551615"))
                .willReturn(okJson("{\"data\":{\"attributes\":{\"spans\":[{\"spanID\":18446744073709551615}]}}}")));

        var answers = answers(
                "{`queryType`:`hosts`}",
                "{`queryType`:`downtimes`}",
                "{`queryType`:`trace`,`traceId`:`ffffffffffffffff`}",
                "{`queryType`:`slos`,`mode`:`history`}");

        assertThat(answers.get(0).frames().get(0).rows()).isEqualTo(1);
        assertThat(answers.get(1).failure().status()).isEqualTo(403);
        assertThat(answers.get(1).failure().text()).contains("monitors_downtime");
        assertThat(answers.get(2).frames().get(0).rows()).isEqualTo(1);
        assertThat(answers.get(3).failure().status()).isEqualTo(400);
    }

    @Test
    void endsAtAReplyThatIsTooDeep() {
        DATADOG.stubFor(get(urlPathEqualTo("/api/v1/hosts"))
                .willReturn(okJson("{\"host_list\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")));

        assertThat(answers("{`queryType`:`hosts`}").get(0).failure().status()).isEqualTo(502);
    }
}
