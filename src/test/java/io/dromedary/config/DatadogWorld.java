// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.dromedary.call.Cancellation;
import io.dromedary.instance.SettingsSource;
import io.dromedary.instance.Sources;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import io.dromedary.resource.ResourceReply;
import io.dromedary.resource.ResourceRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** The whole bundle without a door, and a Datadog that answers over HTTP what the test tells it. Close it. */
public final class DatadogWorld implements AutoCloseable {

    /** End of the hour that is asked for. */
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Main main = new Bundle(".", Map.of()).main(false, true);
    private int accounts;
    private final WireMockServer datadog = new WireMockServer(wireMockConfig().dynamicPort());

    public DatadogWorld() throws Exception {
        datadog.start();
        main.addOverrideProperty("dromedary.http.port", "0");
        main.start();
    }

    public CamelContext context() {
        return main.getCamelContext();
    }

    /** Forgets all answers and requests, and goes on with another account, whose rate limits are its own. */
    public void reset() {
        accounts++;
        datadog.resetAll();
        datadog.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(json("{`errors`:[`Not found`]}").withStatus(404)));
    }

    /** Answers calls of a path one after the other, the last answer for all that follow. */
    public void answers(String path, String... bodies) {
        var replies = new ArrayList<ResponseDefinitionBuilder>();
        for (var body : bodies) {
            replies.add(json(body));
        }
        replies(path, replies.toArray(ResponseDefinitionBuilder[]::new));
    }

    public static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body.replace('`', '"'));
    }

    public void replies(String path, ResponseDefinitionBuilder... replies) {
        for (var i = 0; i < replies.length; i++) {
            var stub = post(urlPathEqualTo(path))
                    .inScenario(path)
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                    .willReturn(replies[i]);
            datadog.stubFor(i + 1 < replies.length ? stub.willSetStateTo("after " + (i + 1)) : stub);
        }
    }

    /** Returns the bodies of all calls, in order. */
    public List<String> sent() {
        var bodies = new ArrayList<>(datadog.getAllServeEvents().stream()
                .map(event -> event.getRequest().getBodyAsString())
                .toList());
        Collections.reverse(bodies);
        return bodies;
    }

    public WireMockServer datadog() {
        return datadog;
    }

    /** Asks for one query over the last hour, with points of five minutes. */
    public Answer ask(String saved) {
        return ask(saved, new Cancellation());
    }

    @SuppressWarnings("unchecked")
    public Answer ask(String saved, Cancellation cancellation) {
        var json = saved.replace('`', '"').getBytes(UTF_8);
        var asked =
                new AskedQuery("A", "", NOW.minusSeconds(3_600).toEpochMilli(), NOW.toEpochMilli(), 300_000, 12, json);
        var source = source();
        var exchange = context().createProducerTemplate().request("direct:query-run", request -> {
            request.getMessage().setBody(new QueryBatch(List.of(asked), false, true));
            request.setVariable("settingsSource", source);
            request.setVariable("cancellation", cancellation);
        });
        if (exchange.getException() != null) {
            throw new IllegalStateException(exchange.getException());
        }
        return ((List<Answer>) exchange.getMessage().getBody(List.class)).get(0);
    }

    /** Asks for a resource, as an editor does; throws what it fails with. */
    public String resource(String method, String path, Map<String, List<String>> parameters, String body) {
        var template = context().createProducerTemplate();
        var resolved =
                template.request("direct:instance-resolve", request -> request.setVariable("settingsSource", source()));
        var exchange = template.request("direct:resource-call", request -> {
            request.setVariable("instance", resolved.getVariable("instance"));
            request.getMessage()
                    .setBody(new ResourceRequest(
                            method, path, parameters, body.replace('`', '"').getBytes(UTF_8)));
        });
        if (exchange.getException() instanceof RuntimeException failed) {
            throw failed;
        }
        return new String(exchange.getMessage().getBody(ResourceReply.class).body(), UTF_8);
    }

    private SettingsSource source() {
        var keys = Map.of("apiKey", "0123456789abcdef" + accounts, "appKey", "fedcba9876543210" + accounts);
        return Sources.source("u" + accounts, 1, "{\"url\":\"" + datadog.baseUrl() + "\"}", keys);
    }

    @Override
    public void close() {
        main.stop();
        datadog.stop();
    }
}
