// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists of what has an id beside its name. */
class NamedListTest {

    private static Page monitors(String json) throws IOException {
        return NamedPageReader.monitors(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    private static String suggestions(Subject subject, String search, Page page) {
        var lookup = new Lookup(subject, 1, "", "", search, 10);
        var pages = new Pages(lookup, new ListRequests(Duration.ofDays(1), 100_000), List.of());
        pages.add(page);
        var freshness = new Freshness(Map.of(), Duration.ofHours(1), Duration.ofSeconds(30), Ticker.systemTicker());
        return new String(
                new Suggestions()
                        .reply(lookup, freshness.fresh(lookup, pages.listing()))
                        .body(),
                UTF_8);
    }

    @Test
    void offersNamesWithIdsAlsoWhereSeveralShareAName() throws IOException {
        var page =
                monitors("[{\"id\":9223372036854775809,\"options\":{\"id\":5,\"name\":\"no\"},\"name\":\"CPU: high\"},"
                        + "{\"name\":\"CPU: high\",\"id\":2},{\"id\":3,\"name\":\"disk\"},7,{\"tags\":[{\"id\":1}]}]");

        assertThat(suggestions(Subject.MONITORS, "cpu", page))
                .isEqualTo("{\"items\":[{\"text\":\"CPU: high\",\"value\":\"2\"},"
                        + "{\"text\":\"CPU: high\",\"value\":\"9223372036854775809\"}],\"complete\":true}");
    }

    @Test
    void readsSlosWhateverStandsBesideThem() throws IOException {
        var page = NamedPageReader.slos(new ByteArrayInputStream(
                "{\"error\":null,\"metadata\":{\"page\":{}},\"data\":[{\"id\":\"ab\",\"name\":\"Checkout\"}],\"x\":[1]}"
                        .getBytes(UTF_8)));

        assertThat(suggestions(Subject.SLOS, "", page))
                .isEqualTo("{\"items\":[{\"text\":\"Checkout\",\"value\":\"ab\"}],\"complete\":true}");
    }

    @Test
    void readsTestsByTheirPublicIds() throws IOException {
        var page = NamedPageReader.tests(new ByteArrayInputStream(
                "{\"tests\":[{\"public_id\":\"a-b\",\"monitor_id\":7,\"name\":\"Home\"},{\"public_id\":null,\"name\":\"x\"}]}"
                        .getBytes(UTF_8)));

        assertThat(suggestions(Subject.TESTS, "", page))
                .isEqualTo("{\"items\":[{\"text\":\"Home\",\"value\":\"a-b\"}],\"complete\":true}");
    }

    @Test
    void turnsPagesUntilAShortOne() {
        var full = new Page(Collections.nCopies(ListRequests.NAMED_A_PAGE, "1:a"), "", 0);
        var monitors = new Pages(
                new Lookup(Subject.MONITORS, 1, "", "", "", 10),
                new ListRequests(Duration.ofDays(1), 100_000),
                List.of());
        var slos = new Pages(
                new Lookup(Subject.SLOS, 1, "", "", "", 10), new ListRequests(Duration.ofDays(1), 100_000), List.of());

        monitors.add(full);
        slos.add(full);

        assertThat(monitors.getNext().query()).isEqualTo("page=1&page_size=1000");
        assertThat(slos.getNext().query()).isEqualTo("limit=1000&offset=1000");
        monitors.add(new Page(Collections.nCopies(2, "2:b"), "", 0));
        assertThat(monitors.getNext()).isNull();
    }

    @Test
    void refusesWhatIsNoList() {
        assertThatThrownBy(() -> monitors("{\"errors\":[]}")).isInstanceOf(IOException.class);
    }
}
