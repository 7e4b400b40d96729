// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.sandbox.Sandbox;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.world.World;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked of a list, there is an answer in Datadog's manner. */
class ListNonsenseTest {

    private static final World WORLD = World.of(7);
    private static final List<Endpoint> ENDPOINTS = ListEndpoints.all(WORLD, Catalog.of(WORLD));

    private final Sandbox sandbox = new Sandbox();

    @Provide
    Arbitrary<Endpoint> endpoints() {
        return Arbitraries.of(ENDPOINTS);
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.of(
                "x", "140100", "-1", "slo-web-latency", "shp-chk-004", "%00", "99999999999999999999", "..", "payments");
    }

    @Provide
    Arbitrary<String> parameters() {
        var names = Arbitraries.of(
                "page",
                "per_page",
                "page_size",
                "page_number",
                "page[size]",
                "page[number]",
                "page[offset]",
                "page[limit]",
                "page[cursor]",
                "start",
                "count",
                "limit",
                "offset",
                "query",
                "sort",
                "from_ts",
                "to_ts",
                "start_hr",
                "end_hr",
                "filter[timestamp][start]",
                "filter[product_families]",
                "filter[env]",
                "filter[at_ts]",
                "include",
                "ids",
                "group_states",
                "with_downtimes",
                "text",
                "filter",
                "target",
                "device_id",
                "group_by",
                "filter[tags]");
        var values = Arbitraries.of(
                "",
                "0",
                "1",
                "-1",
                "x",
                "999999999",
                "2147483647",
                "9223372036854775807",
                "1773000000",
                "1773100000",
                "1773000000000",
                "true",
                "a:b",
                "(",
                "((",
                "\"",
                "status:alert",
                "NOT",
                "*",
                "name,desc",
                "-name",
                "2026-03-01T00",
                "2026-03-01T00:00:00Z",
                "-999999999-01-01T00",
                "all",
                "logs",
                "prod",
                "\u0000",
                "é",
                "99.5");
        return Combinators.combine(names, values)
                .as((name, value) -> Pages.query(name, value))
                .list()
                .ofMaxSize(6)
                .map(all -> String.join("&", all));
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"data\":null}",
                "{\"data\":[]}",
                "{\"data\":{\"type\":5,\"attributes\":\"a\"}}",
                "{\"from_ts\":0,\"to_ts\":99999999999,\"public_ids\":[\"shp-chk-004\"]}",
                "{\"from_ts\":1773000000,\"to_ts\":1773100000,\"public_ids\":[null,{},\"shp-chk-004\"]}",
                "{\"data\":{\"type\":\"search_request\",\"attributes\":{\"from\":0,\"to\":4000000000000,\"track\":\"trace\",\"query\":\"(\"}}}",
                "{\"data\":{\"type\":\"search_request\",\"attributes\":{\"from\":0,\"to\":4000000000000,\"track\":\"rum\",\"order_by\":7,\"states\":[1]}}}",
                "{\"data\":{\"type\":\"ddsql_query_request\",\"attributes\":{\"query\":{},\"row_limit\":\"a\"}}}",
                "{\"data\":{\"type\":\"ddsql_query_fetch_request\",\"attributes\":{\"query_id\":\"LTEgLTEgU0VMRUNU\"}}}");
    }

    @Property(tries = 600)
    void answers(
            @ForAll("endpoints") Endpoint endpoint,
            @ForAll("ids") String id,
            @ForAll("parameters") String query,
            @ForAll("bodies") String body) {
        String path = endpoint.path().replace("*", id);
        var answer = endpoint.method().equals("GET") ? sandbox.get(path, query) : sandbox.post(path, body);

        assertThat(answer.status()).as("%s?%s: %s", path, query, answer.json()).isIn(200, 400, 404);
        assertThat(answer.json().has("errors"))
                .as("%s?%s: %s", path, query, answer.json())
                .satisfies(has -> assertThat(answer.status() == 200 || has).isTrue());
    }
}
