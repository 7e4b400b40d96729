// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final int MAX = 5;

    @Test
    void followsTheCursorToTheEnd() {
        var pages = pages(Subject.METRICS, "");
        var asked = new ArrayList<String>();
        asked.add(ask(pages, new Page(List.of("b", "A"), "x=1&", 0)));
        asked.add(ask(pages, new Page(List.of("c", "b"), "", 0)));

        assertThat(asked)
                .containsExactly(
                        "/api/v2/metrics?window%5Bseconds%5D=86400&page%5Bsize%5D=10000",
                        "/api/v2/metrics?window%5Bseconds%5D=86400&page%5Bsize%5D=10000&page%5Bcursor%5D=x%3D1%26");
        assertThat(pages.getNext()).isNull();
        assertThat(pages.listing()).isEqualTo(new Listing(List.of("A", "b", "c"), Map.of(), true));
    }

    @Test
    void remembersFacetsButNotTheirValues() {
        var requests = new ListRequests(Duration.ofDays(1), MAX);
        var facets =
                new Pages(new Lookup(Subject.FACETS, 1, "LOGS||", "", "", 10), requests, List.of("@rare", "service"));
        var values =
                new Pages(new Lookup(Subject.FACETS, 1, "LOGS|service|", "", "", 10), requests, List.of("gone", "web"));
        facets.add(new Page(List.of("@usual", "service"), "", 0));
        values.add(new Page(List.of("web"), "", 0));

        assertThat(facets.listing().names()).containsExactly("@rare", "@usual", "service");
        assertThat(values.listing().names()).containsExactly("web");
    }

    @Test
    void endsOnAnEmptyPageWhateverTheCursorSays() {
        var pages = pages(Subject.METRICS, "");
        pages.add(new Page(List.of("a"), "1", 0));
        pages.add(new Page(List.of(), "2", 0));

        assertThat(pages.getNext()).isNull();
        assertThat(pages.listing().complete()).isTrue();
    }

    @Test
    void cutsAServerThatPagesForEver() {
        var pages = pages(Subject.METRICS, "");
        var count = 0;
        while (pages.getNext() != null) {
            pages.add(new Page(List.of("m" + count), "cursor" + count, 0));
            count++;
        }

        assertThat(count).isEqualTo(MAX);
        assertThat(pages.listing().complete()).isFalse();
    }

    @Test
    void leavesAServerThatPromisesMillionsAndGivesOneAtATime() {
        var requests = new ListRequests(Duration.ofDays(1), 200_000);
        var pages = new Pages(new Lookup(Subject.HOSTS, 1, "", "", "", 10), requests, List.of());
        var count = 0;
        while (pages.getNext() != null) {
            pages.add(new Page(List.of("host" + count++), "", 999_999_999));
        }

        assertThat(count).isEqualTo(300);
        assertThat(pages.listing().complete()).isFalse();
    }

    @Test
    void leavesACircleOfCursors() {
        var pages = pages(Subject.METRICS, "");
        pages.add(new Page(List.of("a"), "1", 0));
        pages.add(new Page(List.of("a"), "1", 0));

        assertThat(pages.getNext()).isNull();
        assertThat(pages.listing()).isEqualTo(new Listing(List.of("a"), Map.of(), false));
    }

    @Test
    void cutsAnOverfullPage() {
        var pages = pages(Subject.METRICS, "");
        pages.add(new Page(IntStream.range(0, 9).mapToObj(i -> "m" + i).toList(), "", 0));

        assertThat(pages.listing().names()).hasSize(MAX);
        assertThat(pages.listing().complete()).isFalse();
    }

    @Test
    void isCompleteWhenItJustFits() {
        var pages = pages(Subject.METRICS, "");
        pages.add(new Page(List.of("a", "b", "c", "d", "e"), "", 0));

        assertThat(pages.listing().complete()).isTrue();
    }

    @Test
    void passesOverTheHostsItHas() {
        var pages = pages(Subject.HOSTS, "");
        var first = ask(pages, new Page(List.of("h1", "h2"), "", 3));
        var second = ask(pages, new Page(List.of("h3"), "", 3));

        assertThat(first).startsWith("/api/v1/hosts?start=0&count=1000&");
        assertThat(second).startsWith("/api/v1/hosts?start=2&count=1000&");
        assertThat(pages.getNext()).isNull();
        assertThat(pages.listing().names()).containsExactly("h1", "h2", "h3");
    }

    @Test
    void dividesTagsIntoKeysAndValues() {
        var pages = pages(Subject.TAGS, "a.b:c");
        var asked =
                ask(pages, new Page(List.of("url:http://x", "env:prod", "env:Dev", "role", "env:prod", ":x"), "", 0));

        assertThat(asked).isEqualTo("/api/v2/metrics/a.b%3Ac/all-tags?window%5Bseconds%5D=86400&page%5Blimit%5D=5");
        assertThat(pages.getNext()).isNull();
    }

    @Test
    void keepsColonsInValuesAndTagsWithoutValues() {
        var listing = Listings.ofTags(List.of("url:http://x", "env:prod", "env:Dev", "role", "env:prod", ":x"), true);

        assertThat(listing.names()).containsExactly("env", "role", "url");
        assertThat(listing.list("env")).containsExactly("Dev", "prod");
        assertThat(listing.list("url")).containsExactly("http://x");
        assertThat(listing.list("role")).isEmpty();
        assertThat(listing.list("nothing")).isEmpty();
    }

    private static Pages pages(Subject subject, String metric) {
        return new Pages(
                new Lookup(subject, 1, metric, "", "", 10), new ListRequests(Duration.ofDays(1), MAX), List.of());
    }

    private static String ask(Pages pages, Page answer) {
        var request = Objects.requireNonNull(pages.getNext());
        pages.add(answer);
        return request.path() + "?" + request.query();
    }
}
