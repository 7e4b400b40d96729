// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static io.dromedary.query.lists.PlayedDatadog.column;
import static io.dromedary.query.lists.PlayedDatadog.field;
import static io.dromedary.query.lists.PlayedDatadog.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.frame.Frame;
import io.dromedary.query.Answer;
import io.dromedary.query.DamagedReplies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays replies recorded from the real Datadog, where {@code -Ddromedary.recordings} names their directory. */
@EnabledIfSystemProperty(named = "dromedary.recordings", matches = ".+")
class RecordedListsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Answers with the recorded replies of the path that is asked, in their order; the last one again and again. */
    private static PlayedDatadog replaying(String recording) {
        var file = Path.of(System.getProperty("dromedary.recordings"), recording + ".json");
        var left = new ArrayList<JsonNode>();
        try {
            JSON.readTree(file.toFile()).forEach(left::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PlayedDatadog(request -> {
            Deque<JsonNode> fitting = new ArrayDeque<>();
            for (var exchange : left) {
                if (exchange.at("/httpRequest/path").asText().equals(request.path())
                        && exchange.at("/httpRequest/method")
                                .asText()
                                .equals(request.method().name())) {
                    fitting.add(exchange);
                }
            }
            var exchange = fitting.peek();
            if (exchange == null) {
                throw new AssertionError("not recorded: " + request.path());
            }
            if (fitting.size() > 1) {
                left.remove(exchange);
            }
            return body(exchange.at("/httpResponse/body"));
        });
    }

    private static String body(JsonNode body) {
        var json = body.isObject() && body.has("json") ? body.path("json") : body;
        return json.isTextual() ? json.asText() : json.toString();
    }

    private static Answer answer(String recording, String saved) {
        return replaying(recording).answer(saved);
    }

    private static Frame table(String recording, String saved) {
        return frame(answer(recording, saved));
    }

    @Test
    void listsMonitorsWithLinksToTheirPagesAtTheSite() {
        var answer = answer("features/v1/Monitors_search_returns_OK_response", "{`queryType`:`monitors`,`limit`:30}");
        var table = frame(answer);

        assertThat(table.rows()).isEqualTo(30);
        assertThat(column(table, "id").get(0)).isEqualTo("25641098");
        assertThat(column(table, "status")).contains("No Data");
        assertThat(column(table, "tags").get(0)).contains("foo:bar, ");
        assertThat(field(table, "name").config().links())
                .extracting(link -> link.url())
                .containsExactly("https://app.datadoghq.eu/monitors/${__data.fields.id}");
        assertThat(PlayedDatadog.notices(answer)).containsExactly("The first 30 of 199; raise the limit to see more");
    }

    @Test
    void countsMonitorsByStatusAndByMute() {
        var recording = "features/v1/Monitors_search_returns_OK_response";

        var byStatus = table(recording, "{`queryType`:`monitors`,`mode`:`counts`}");
        var byMute = table(recording, "{`queryType`:`monitors`,`mode`:`counts`,`options`:{`by`:`muted`}}");

        assertThat(column(byStatus, "name")).containsExactly("No Data", "Alert", "OK");
        assertThat(column(byStatus, "count")).containsExactly("96.0", "65.0", "38.0");
        assertThat(column(byMute, "name")).containsExactly("false", "true");
        assertThat(byStatus.meta().type().wireName()).isEqualTo("numeric-long");
    }

    @Test
    void listsMonitorGroupsWithTimesInSeconds() {
        var table = table(
                "features/v1/Monitors_group_search_returns_OK_response",
                "{`queryType`:`monitors`,`mode`:`groups`,`limit`:30}");

        assertThat(column(table, "last_triggered").get(0)).isEqualTo("2022-01-04T23:43:15Z");
        assertThat(column(table, "last_nodata").get(0)).as("0 is never").isNull();
        assertThat(column(table, "group").get(0)).isEqualTo("total");
        assertThat(column(table, "muted").get(0)).isEqualTo("false");
    }

    @Test
    void listsSlosWithAnUnknownSliAndWhy() {
        var table = table("features/v1/Search_for_SLOs_returns_OK_response", "{`queryType`:`slos`}");

        assertThat(table.rows()).isEqualTo(1);
        assertThat(column(table, "sli")).containsOnlyNulls();
        assertThat(column(table, "target")).containsExactly("95.0");
        assertThat(column(table, "status")).containsExactly("no_data");
        assertThat(column(table, "error")).containsExactly("The denominator is zero valued");
        assertThat(field(table, "sli").config().unit()).isEqualTo("percent");
    }

    @Test
    void listsDowntimesOfAllPages() {
        var table =
                table("features/v2/Get_all_downtimes_returns_OK_response_with_pagination", "{`queryType`:`downtimes`}");

        assertThat(table.rows()).isEqualTo(3);
        assertThat(column(table, "start").get(0)).isEqualTo("2023-05-22T03:06:54.072998Z");
        assertThat(column(table, "end")).containsOnlyNulls();
    }

    @Test
    void listsIncidentsFoundBySearch() {
        var table = table("features/v2/Search_for_incidents_returns_OK_response", "{`queryType`:`incidents`}");

        assertThat(column(table, "public_id")).contains("336599");
        assertThat(column(table, "state")).contains("resolved", "active");
        assertThat(column(table, "created")).allSatisfy(time -> assertThat(time).startsWith("2026-02-"));
    }

    @Test
    void listsHostsWithTheTagsOfAllSources() {
        var table = table("features/v1/Get_all_hosts_with_metadata_deserializes_successfully", "{`queryType`:`hosts`}");

        assertThat(column(table, "name")).containsExactly("vagrant");
        assertThat(column(table, "up")).containsExactly("true");
        assertThat(column(table, "tags")).containsExactly("host:vagrant");
        assertThat(column(table, "last_seen")).containsExactly("2021-12-23T19:49:06Z");
        assertThat(column(table, "cpu")).containsExactly("0.6632819");
    }

    @Test
    void listsContainersAndProcessesOfAllPagesWithTimesInUtc() {
        var containers = table(
                "features/v2/Get_All_Containers_returns_OK_response_with_pagination", "{`queryType`:`container-list`}");
        var processes = table(
                "features/v2/Get_all_processes_returns_OK_response_with_pagination", "{`queryType`:`process-list`}");

        assertThat(containers.rows()).isEqualTo(3);
        assertThat(column(containers, "started").get(0)).isEqualTo("2023-10-12T13:46:51Z");
        assertThat(processes.rows()).isEqualTo(3);
        assertThat(column(processes, "seen").get(2)).isEqualTo("2022-04-11T15:44:44Z");
        assertThat(column(processes, "pid")).first().isEqualTo("1.0");
    }

    @Test
    void listsContainerGroups() {
        var table = table(
                "features/v2/Get_All_Container_groups_returns_OK_response",
                "{`queryType`:`container-list`,`mode`:`groups`}");

        assertThat(column(table, "group")).first().isEqualTo("test_short_image");
        assertThat(column(table, "count")).first().isEqualTo("123.0");
        assertThat(table.rows()).isGreaterThan(50);
    }

    @Test
    void listsWhatPeopleKeep() {
        var tests = table(
                "features/v1/Get_the_list_of_all_Synthetic_tests_returns_OK_Returns_the_list_of_all_Synthetic_tests_response_with_pagination",
                "{`queryType`:`synthetics`}");
        var services = table(
                "features/v2/Get_all_service_definitions_returns_OK_response_with_pagination",
                "{`queryType`:`services`}");
        var notebooks =
                table("features/v1/Get_all_notebooks_returns_OK_response_with_pagination", "{`queryType`:`notebooks`}");
        var dashboards = table(
                "features/v1/Get_all_dashboards_returns_OK_response_with_pagination", "{`queryType`:`dashboards`}");

        assertThat(column(tests, "public_id")).contains("888-nvp-kbw");
        assertThat(column(tests, "every")).first().isEqualTo("900.0");
        assertThat(column(services, "team")).first().isEqualTo("my-team");
        assertThat(column(services, "contacts")).first().isEqualTo("contact@datadoghq.com");
        assertThat(column(notebooks, "author")).contains("Sarah Witt");
        assertThat(column(dashboards, "title")).contains("PCF Testing");
        assertThat(column(dashboards, "modified")).first().isEqualTo("2023-07-27T12:26:28.359080Z");
    }

    @Test
    void listsErrorTrackingIssuesEvenWithoutTheirDetails() {
        var table = table(
                "features/v2/Get_the_details_of_an_error_tracking_issue_returns_OK_response",
                "{`queryType`:`error-tracking`,`options`:{`track`:`rum`}}");

        assertThat(column(table, "count")).containsExactly("1.0");
        assertThat(column(table, "id")).containsExactly("5f8ebd5c-6dd9-11f0-8a28-da7ad0900002");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            v1/Monitors_search_returns_OK_response; {`queryType`:`monitors`}
            v1/Monitors_search_returns_OK_response; {`queryType`:`monitors`,`mode`:`counts`}
            v1/Monitors_group_search_returns_OK_response; {`queryType`:`monitors`,`mode`:`groups`}
            v1/Search_for_SLOs_returns_OK_response; {`queryType`:`slos`}
            v1/Get_an_SLO_s_history_returns_OK_response; {`queryType`:`slos`,`mode`:`history`,`ids`:[`627a3ccd24af50beb8eacbd36c5962f9`]}
            v1/Get_an_SLO_s_history_returns_OK_response; {`queryType`:`slos`,`mode`:`burn-rate`,`ids`:[`627a3ccd24af50beb8eacbd36c5962f9`]}
            v2/Get_all_downtimes_returns_OK_response_with_pagination; {`queryType`:`downtimes`}
            v2/Get_all_downtimes_returns_OK_response_with_pagination; {`queryType`:`downtimes`,`mode`:`annotations`}
            v2/Search_for_incidents_returns_OK_response; {`queryType`:`incidents`}
            v2/Search_for_incidents_returns_OK_response; {`queryType`:`incidents`,`mode`:`annotations`}
            v1/Get_all_hosts_with_metadata_deserializes_successfully; {`queryType`:`hosts`}
            v2/Get_All_Containers_returns_OK_response_with_pagination; {`queryType`:`container-list`}
            v2/Get_all_processes_returns_OK_response_with_pagination; {`queryType`:`process-list`}
            v2/Get_All_Container_groups_returns_OK_response; {`queryType`:`container-list`,`mode`:`groups`}
            v2/Get_all_service_definitions_returns_OK_response_with_pagination; {`queryType`:`services`}
            v1/Get_all_notebooks_returns_OK_response_with_pagination; {`queryType`:`notebooks`}
            v1/Get_all_dashboards_returns_OK_response_with_pagination; {`queryType`:`dashboards`}
            v2/Get_the_details_of_an_error_tracking_issue_returns_OK_response; {`queryType`:`error-tracking`}
            """)
    void bearsEachMemberMissingOrOfAnotherType(String recording, String saved) throws IOException {
        var first = new String[1];
        var exchanges =
                JSON.readTree(Path.of(System.getProperty("dromedary.recordings"), "features", recording + ".json")
                        .toFile());
        new PlayedDatadog(request -> {
                    for (var exchange : exchanges) {
                        if (exchange.at("/httpRequest/path").asText().equals(request.path()) && first[0] == null) {
                            first[0] = body(exchange.at("/httpResponse/body"));
                        }
                    }
                    return String.valueOf(first[0]);
                })
                .answer(saved);

        DamagedReplies.common(DamagedReplies.shortened(JSON.readTree(first[0])))
                .forEach(damaged ->
                        DamagedListsTest.assertAnswered(saved, request -> damaged.reply(), damaged.damage()));
    }

    @Test
    void drawsTheHistoryOfAnSloWithoutEvents() {
        var replay = replaying("features/v1/Get_an_SLO_s_history_returns_OK_response");
        var ids = "`ids`:[`627a3ccd24af50beb8eacbd36c5962f9`]";
        var from = Instant.ofEpochSecond(1_704_236_088);
        var to = Instant.ofEpochSecond(1_704_322_488);

        var history = replay.answer("{`queryType`:`slos`,`mode`:`history`," + ids + "}", from, to);
        var status = replay.answer("{`queryType`:`slos`,`mode`:`status`," + ids + "}", from, to);

        assertThat(history.frames()).hasSize(2);
        assertThat(column(history.frames().get(0), "Time"))
                .as("the first bucket begins before the window")
                .hasSize(12)
                .startsWith("2024-01-03T00:00:00Z");
        assertThat(column(history.frames().get(0), "Value")).containsOnlyNulls();
        assertThat(column(frame(status), "state")).containsExactly("no_data");
        assertThat(column(frame(status), "target")).containsExactly("95.0");
        assertThat(PlayedDatadog.notices(status)).singleElement().asString().endsWith("The denominator is zero valued");
    }
}
