// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, windows, order and errors: what all event-like products have in common. */
class EventSearchTest {

    private final Sandbox sandbox = new Sandbox();

    private static List<String> ids(List<JsonNode> events) {
        return events.stream().map(event -> event.path("id").asText()).toList();
    }

    private static Instant time(JsonNode log) {
        return Instant.parse(log.at("/attributes/timestamp").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/logs/events/search", "/api/v2/spans/events/search", "/api/v2/rum/events/search"})
    void pagesHoldEveryEventOnce(String path) {
        var events = new Events(sandbox, path);
        var whole = ids(events.all("*", "now-15m", "now", 1000, "-timestamp"));
        assertThat(whole).hasSizeGreaterThan(300).doesNotHaveDuplicates();
        assertThat(ids(events.all("*", "now-15m", "now", 37, "-timestamp"))).isEqualTo(whole);
        assertThat(ids(events.all("*", "now-15m", "now", 111, "timestamp")))
                .isEqualTo(whole.stream().sorted(reversed(whole)).toList());
    }

    private static Comparator<String> reversed(List<String> order) {
        return Comparator.comparingInt(id -> -order.indexOf(id));
    }

    @Test
    void keepsToTheWindowAndItsOrder() {
        var from = Instant.parse("2026-03-10T11:00:03.500Z");
        var to = Instant.parse("2026-03-10T11:02:00Z");
        var logs = Events.logs(sandbox).all("*", from, to);
        assertThat(logs).isNotEmpty().allSatisfy(log -> assertThat(time(log)).isBetween(from, to));
        assertThat(logs).extracting(EventSearchTest::time).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @CsvSource({
        "service:web",
        "status:error",
        "@http.status_code:>=500",
        "@duration:[1000000 TO 90000000]",
        "host:web-*",
        "env:prod",
        "answered"
    })
    void aSearchAndItsOppositeFindEverything(String query) {
        var logs = Events.logs(sandbox);
        var found = ids(logs.recent(query));
        var others = ids(logs.recent("-(" + query + ")"));
        assertThat(found).isNotEmpty().doesNotContainAnyElementsOf(others);
        assertThat(found.size() + others.size()).isEqualTo(logs.recent("*").size());
    }

    @Test
    void answersTheSameToEverybody() {
        var first = Events.logs(new Sandbox()).page("*", "now-1h", "now", 1000, "-timestamp", "");
        var second = Events.logs(new Sandbox()).page("*", "now-1h", "now", 1000, "-timestamp", "");
        assertThat(first.json().toString()).isEqualTo(second.json().toString());
    }

    @Test
    void holdsThousandsOfLogsInAnHour() {
        assertThat(Events.logs(sandbox).all("*", "now-1h", "now", 1000, "-timestamp"))
                .hasSizeBetween(3000, 20_000);
    }

    @Test
    void listsByParametersWhatASearchFinds() {
        var list = sandbox.get(
                "/api/v2/logs/events",
                "filter%5Bquery%5D=service%3Aweb&filter%5Bfrom%5D=2026-03-10T15:00:00Z&filter%5Bto%5D=2026-03-10T15:05:00Z"
                        + "&page%5Blimit%5D=20&sort=timestamp");
        var search = Events.logs(sandbox)
                .page("service:web", "2026-03-10T15:00:00Z", "2026-03-10T15:05:00Z", 20, "timestamp", "");
        assertThat(list.json()).isEqualTo(search.json());
        assertThat(list.json().path("data")).hasSize(20);
    }

    @Test
    void spansEndBeforeTheyBeginAsRecorded() {
        var answer = Events.spans(sandbox).page("*", "now", "now-15m", 10, "timestamp", "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/vnd.api+json");
        assertThat(answer.json())
                .hasToString("{\"errors\":[{\"title\":\"Generic Error\",\"detail\":\"invalid_argument(Field "
                        + "'filter.from,to' is invalid: 'from' should be anterior to 'to')\"}]}");
    }

    @Test
    void eventsRefuseACursorAsRecorded() {
        var answer =
                new Events(sandbox, "/api/v2/events/search").page("*", "now-15m", "now", 25, "timestamp", "eyJzd==");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error())
                .isEqualTo("{'errors': [u\"input_validation_error(Field 'page' is invalid: invalid cursor)\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "now,now-15m,10,timestamp",
        "yesterday,now,10,timestamp",
        "now-15m,2026-99-99T00:00:00Z,10,timestamp",
        "now-15m,now,0,timestamp",
        "now-15m,now,1001,timestamp",
        "now-15m,now,10,service"
    })
    void refusesWhatIsWrong(String from, String to, int limit, String sort) {
        var answer = Events.logs(sandbox).page("*", from, to, limit, sort, "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).startsWith("input_validation_error(Field '");
    }

    @Test
    void takesTimesInEveryForm() {
        long now = Sandbox.NOW.toEpochMilli();
        var byNumber = Events.logs(sandbox).page("*", Long.toString(now - 900_000), Long.toString(now), 50, "", "");
        var byZone = Events.logs(sandbox)
                .page("*", "2026-03-10T17:52:31+03:00", "2026-03-10T16:07:31.000+01:00", 50, "", "");
        assertThat(byNumber.json()).isEqualTo(byZone.json());
        assertThat(byNumber.json().path("data")).hasSize(50);
        assertThat(sandbox.post("/api/v2/logs/events/search", "").json().path("data"))
                .hasSize(10);
    }

    @Test
    void saysWhenAWindowIsTooLongToLookThrough() {
        var logs = Events.logs(sandbox);
        var page = logs.page("@order.id:none", "now-15d", "now", 10, "-timestamp", "")
                .json();
        assertThat(page.at("/meta/status").asText()).isEqualTo("timeout");
        assertThat(page.at("/meta/warnings/0/title").asText()).isNotEmpty();
        var next = logs.page(
                "@order.id:none",
                "now-15d",
                "now",
                10,
                "-timestamp",
                page.at("/meta/page/after").asText());
        assertThat(next.json().at("/meta/page/after")).isNotEqualTo(page.at("/meta/page/after"));
    }

    @Test
    void ciGoesOnToGiveCursorsAsRecorded() {
        var tests = new Events(sandbox, "/api/v2/ci/tests/events/search");
        var page = tests.page("@test.name:none", "now-1h", "now", 10, "-timestamp", "")
                .json();
        assertThat(page.path("data")).isEmpty();
        assertThat(page.at("/meta/page/after").asText()).isNotEmpty();
    }
}
