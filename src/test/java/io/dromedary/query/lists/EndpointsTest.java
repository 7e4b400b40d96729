// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static io.dromedary.query.lists.PlayedDatadog.column;
import static io.dromedary.query.lists.PlayedDatadog.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.frame.Field;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {

    @Test
    void readsAnyAddressOfTheListAsATable() {
        var datadog =
                PlayedDatadog.saying("{\"data\":[{\"id\":\"7\",\"type\":\"team\",\"attributes\":{\"name\":\"Core\","
                        + "\"user_count\":12,\"created_at\":\"2026-01-02T03:04:05+00:00\",\"modified_ts\":1795608000,"
                        + "\"handles\":[\"a\",\"b\"],\"big_id\":9007199254740993,\"active\":true,\"deep\":{\"er\":{\"est\":{\"x\":1}}},"
                        + "\"mixed\":1}},{\"id\":\"8\",\"attributes\":{\"mixed\":\"two\"}}]}");

        var table = frame(
                datadog.answer("{`queryType`:`endpoint`,`options`:{`path`:`/api/v2/team`,`filter[keyword]`:`c d`}}"));

        assertThat(datadog.asked())
                .containsExactly("GET /api/v2/team?filter[keyword]=c d&page[size]=100&page[number]=0");
        assertThat(table.fields())
                .extracting(Field::name)
                .containsExactly(
                        "id",
                        "type",
                        "name",
                        "user_count",
                        "created_at",
                        "modified_ts",
                        "handles",
                        "big_id",
                        "active",
                        "deep.er",
                        "mixed");
        assertThat(column(table, "user_count")).containsExactly("12.0", null);
        assertThat(column(table, "created_at")).containsExactly("2026-01-02T03:04:05Z", null);
        assertThat(column(table, "modified_ts")).containsExactly("2026-11-25T12:00:00Z", null);
        assertThat(column(table, "handles")).containsExactly("a, b", null);
        assertThat(column(table, "big_id")).containsExactly("9007199254740993", null);
        assertThat(column(table, "active")).containsExactly("true", null);
        assertThat(column(table, "deep.er")).containsExactly("{\"est\":{\"x\":1}}", null);
        assertThat(column(table, "mixed")).containsExactly("1", "two");
    }

    @Test
    void fillsInThePartsOfThePathAndTheWindow() {
        var datadog = PlayedDatadog.saying("{\"data\":{\"id\":\"x\",\"attributes\":{\"name\":\"one\"}}}");

        var one = datadog.answer(
                "{`queryType`:`endpoint`,`options`:{`path`:`/api/v2/team/{team_id}/links/{link_id}`,`team_id`:`a/b`,`link_id`:`$l`},"
                        + "`variables`:{`l`:[`c d`]}}");
        datadog.answer("{`queryType`:`endpoint`,`options`:{`path`:`/api/v2/audit/events`}}");

        assertThat(column(frame(one), "name")).containsExactly("one");
        assertThat(datadog.asked().get(0)).isEqualTo("GET /api/v2/team/a%2Fb/links/c%20d");
        assertThat(datadog.asked().get(1))
                .contains("filter[from]=2026-11-25T11:00:00Z", "filter[to]=2026-11-25T12:00:00Z");
    }

    @Test
    void readsEverythingThatTheAddressBeforeThePartLists() {
        var datadog = new PlayedDatadog(request -> request.path().endsWith("/api/v2/team")
                ? "{\"data\":[{\"id\":\"t1\",\"attributes\":{\"name\":\"Core\"}},{\"id\":\"t2\"}]}"
                : "{\"data\":[{\"id\":\"m\",\"attributes\":{\"role\":\"admin\"}}]}");

        var table = frame(datadog.answer(
                "{`queryType`:`endpoint`,`options`:{`path`:`/api/v2/team/{team_id}/memberships`,`team_id`:`$team`},"
                        + "`variables`:{`team`:[`*`]}}"));

        assertThat(datadog.asked())
                .extracting(asked -> asked.replaceAll("\\?.*", ""))
                .containsExactly(
                        "GET /api/v2/team", "GET /api/v2/team/t1/memberships", "GET /api/v2/team/t2/memberships");
        assertThat(column(table, "team_id")).containsExactly("t1", "t2");
        assertThat(column(table, "role")).containsExactly("admin", "admin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {}; Choose an address
            {`path`:`/api/v2/api_keys`}; There is no such address
            {`path`:`/api/v2/team/../api_keys`}; There is no such address
            {`path`:`/api/v2/team/{team_id}`}; Missing: team_id
            {`path`:`/api/v2/team/{team_id}`,`team_id`:`..`}; must not be made of dots
            {`path`:`/api/v2/team`,`nonsense`:`1`}; does not take nonsense
            """)
    void reachesNothingElse(String options, String text) {
        var datadog = PlayedDatadog.saying("{}");

        assertThat(datadog.answer("{`queryType`:`endpoint`,`options`:" + options + "}")
                        .failure()
                        .text())
                .contains(text);
        assertThat(datadog.asked()).isEmpty();
    }

    @Test
    void findsTheRowsOfAllKindsOfReplies() {
        var saved = "{`queryType`:`endpoint`,`options`:{`path`:`/api/v2/cost/budgets`}}";

        assertThat(frame(PlayedDatadog.saying("[{\"a\":1},{\"a\":2}]").answer(saved))
                        .rows())
                .isEqualTo(2);
        assertThat(frame(PlayedDatadog.saying("{\"x\":{\"list\":[{\"a\":1}]},\"tags\":[\"t\"]}")
                                .answer(saved))
                        .rows())
                .isEqualTo(1);
        assertThat(frame(PlayedDatadog.saying("{\"total\":3}").answer(saved)).rows())
                .isEqualTo(1);
        assertThat(frame(PlayedDatadog.saying("{\"data\":[\"a\",\"b\"]}").answer(saved))
                        .rows())
                .isEqualTo(2);
        assertThat(frame(PlayedDatadog.saying("{\"data\":[]}").answer(saved)).rows())
                .isZero();
    }

    @Test
    void hasOnlyAddressesThatReadAndNoneOfKeys() {
        assertThat(Endpoints.all()).hasSizeGreaterThan(200).allSatisfy(endpoint -> {
            assertThat(endpoint.path()).startsWith("/api/v").doesNotContain("key", "/secrets", "..");
            assertThat(endpoint.parts()).doesNotHaveDuplicates();
        });
    }

    @Test
    void offersThemToEditors() {
        var reply = new EndpointChoices(new ResourceJson(1_000))
                .reply(new ResourceRequest(
                        "GET", "autocomplete/endpoints", Map.of("query", List.of("on-call/teams")), new byte[0]));

        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .contains("\"text\":\"/api/v2/on-call/teams/{team_id}/on-call\"")
                .contains("{\"name\":\"team_id\",\"required\":true},{\"name\":\"include\",\"required\":false}")
                .doesNotContain("/api/v1/monitor");
    }
}
