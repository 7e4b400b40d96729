// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Facets, their values, completion and validation of searches, and what a search sends. */
@Timeout(60)
class SearchResourcesTest {

    private static final String SEARCH = "/api/v2/logs/events/search";
    private static final String COUNT = "/api/v2/logs/analytics/aggregate";

    private static DatadogWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new DatadogWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void reset() {
        world.reset();
        world.answers(
                SEARCH,
                "{`data`:[{`id`:`1`,`attributes`:{`message`:`m`,`service`:`web`,`tags`:[`env:prod`,`blue`],"
                        + "`attributes`:{`http`:{`method`:`GET`}}}}]}");
        world.answers(
                COUNT,
                "{`data`:{`buckets`:[{`by`:{`service`:`web`},`computes`:{`c0`:5}},{`by`:{`service`:`web store`},`computes`:{`c0`:4}}]}}");
    }

    @Test
    void listsFacetsOfTheLatestEventsOnceInAWhile() throws Exception {
        assertThat(texts(list("facets", Map.of("product", List.of("logs")))))
                .contains("@http.method", "env", "host", "service", "status")
                .doesNotContain("message", "blue");
        list("facets", Map.of("product", List.of("logs")));

        assertThat(world.sent()).hasSize(1);
    }

    @Test
    void listsTheValuesOfAFacet() throws Exception {
        var values = list(
                "facet-values",
                Map.of("product", List.of("logs"), "facet", List.of("service"), "query", List.of("st")));

        assertThat(texts(values)).containsExactly("web store");
        assertThat(values.path("complete").asBoolean()).isTrue();
        assertThat(tree(world.sent().get(0)).at("/group_by/0/facet").asText()).isEqualTo("service");
    }

    @Test
    void listsServicesAndEnvironmentsOfSpans() throws Exception {
        world.answers(
                "/api/v2/spans/analytics/aggregate",
                "{`data`:[{`attributes`:{`by`:{`service`:`web`},`compute`:{`c0`:1}}}]}");

        assertThat(texts(list("services", Map.of("env", List.of("prod"))))).containsExactly("web");
        assertThat(texts(list("envs", Map.of()))).containsExactly("web");
        assertThat(world.sent())
                .extracting(
                        body -> tree(body).at("/data/attributes/filter/query").asText())
                .containsExactly("env:prod", "*");
    }

    @Test
    void listsLogIndexes() throws Exception {
        world.datadog()
                .stubFor(get(urlPathEqualTo("/api/v1/logs/config/indexes"))
                        .willReturn(DatadogWorld.json("{`indexes`:[{`name`:`main`,`filter`:{}},{`name`:`audit`}]}")));

        assertThat(texts(list("log-indexes", Map.of()))).containsExactly("audit", "main");
    }

    @Test
    void refusesUnknownProducts() {
        assertThatThrownBy(() -> list("facets", Map.of("product", List.of("x"))))
                .hasMessageContaining("no product x")
                .hasMessageContaining("security-signals");
        assertThatThrownBy(() -> list("facets", Map.of())).hasMessageContaining("product=logs");
        assertThatThrownBy(() -> list("facet-values", Map.of("product", List.of("logs"), "facet", List.of("a|b"))))
                .hasMessageContaining("facet");
    }

    @Test
    void completesFacetsAndTheirValues() throws Exception {
        assertThat(complete("ser", 3)).startsWith("service: facet 0-3").doesNotContain("status: facet 0-3");
        assertThat(complete("a service:we", 12))
                .containsExactly("web tag-value 10-12", "\"web store\" tag-value 10-12");
        assertThat(complete("service:(web OR st", 18)).containsExactly("\"web store\" tag-value 16-18");
        assertThat(complete("a ", 2)).contains("AND operator 2-2", "service: facet 2-2", "$env variable 2-2");
        assertThat(complete("service:x", 3)).startsWith("service facet 0-7");
    }

    @Test
    void validatesSearches() throws Exception {
        var problems =
                post("query/validate", "{`queryType`:`spans`,`query`:`a OR`}").path("problems");

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).path("from").asInt()).isEqualTo(4);
        assertThat(post("query/validate", "{`queryType`:`logs`,`query`:`a`}").path("problems"))
                .isEmpty();
        assertThat(post("query/validate", "{`query`:`avg:a{`}").path("problems"))
                .isNotEmpty();
    }

    @Test
    void explainsWhatASearchSends() throws Exception {
        var answer = post(
                "query/explain",
                "{`queries`:[{`refId`:`A`,`queryType`:`logs`,`query`:`x`},{`refId`:`B`,`queryType`:`logs`,`query`:`(`}]}");

        assertThat(answer.at("/requests/0/path").asText()).isEqualTo(SEARCH);
        assertThat(answer.at("/requests/0/body/filter/query").asText()).isEqualTo("x");
        assertThat(answer.at("/problems/0/refId").asText()).isEqualTo("B");
        assertThat(world.sent()).isEmpty();
    }

    private static List<String> complete(String text, int cursor) throws Exception {
        var answer = post(
                "autocomplete/search",
                "{`product`:`logs`,`query`:`" + text + "`,`cursor`:" + cursor + ",`variables`:[`env`]}");
        var items = new ArrayList<String>();
        answer.path("items")
                .forEach(item ->
                        items.add(item.path("insert").asText(item.path("text").asText())
                                + " "
                                + item.path("kind").asText()
                                + " "
                                + item.path("from").asInt()
                                + "-"
                                + item.path("to").asInt()));
        return items;
    }

    private static JsonNode list(String name, Map<String, List<String>> parameters) throws Exception {
        return tree(world.resource("GET", "autocomplete/" + name, parameters, ""));
    }

    private static JsonNode post(String path, String body) throws Exception {
        return tree(world.resource("POST", path, Map.of(), body));
    }

    private static List<String> texts(JsonNode answer) {
        var texts = new ArrayList<String>();
        answer.path("items").forEach(item -> texts.add(item.path("text").asText()));
        return texts;
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (Exception e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
