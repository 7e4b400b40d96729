// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import io.dromedary.datadog.DatadogRequest;
import io.dromedary.query.events.FacetRequests;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** The requests that read lists from Datadog. Immutable. */
public final class ListRequests {

    /** Datadog's maximum of {@code page[size]}. */
    private static final int METRICS_A_PAGE = 10_000;

    /** Datadog's maximum of {@code count}. */
    private static final int HOSTS_A_PAGE = 1_000;

    /** Datadog's maximum of monitors, SLOs and tests in a page. */
    static final int NAMED_A_PAGE = 1_000;

    private final Duration window;
    private final int maxNames;
    private final FacetRequests facetRequests;

    /**
     * @param window metrics and tags seen within it are listed: 4 hours to 30 days, Datadog's bounds
     * @param maxNames where a list is cut, however many pages Datadog has
     */
    public ListRequests(Duration window, int maxNames) {
        this.window = window;
        this.maxNames = maxNames;
        facetRequests = new FacetRequests(window, Clock.systemUTC());
    }

    int maxNames() {
        return maxNames;
    }

    /** @param cursor empty for the first page */
    DatadogRequest<Page> metrics(String cursor) {
        var more = cursor.isEmpty() ? "" : "&page%5Bcursor%5D=" + encoded(cursor);
        return DatadogRequest.get(
                "/api/v2/metrics",
                "window%5Bseconds%5D=" + window.toSeconds() + "&page%5Bsize%5D=" + METRICS_A_PAGE + more,
                PageReader::metrics);
    }

    DatadogRequest<Page> tags(String metric) {
        return DatadogRequest.get(
                "/api/v2/metrics/" + encoded(metric) + "/all-tags",
                "window%5Bseconds%5D=" + window.toSeconds() + "&page%5Blimit%5D=" + maxNames,
                PageReader::tags);
    }

    /** @param start how many hosts to pass over */
    DatadogRequest<Page> hosts(int start) {
        return DatadogRequest.get(
                "/api/v1/hosts",
                "start=" + start + "&count=" + HOSTS_A_PAGE
                        + "&include_muted_hosts_data=false&include_hosts_metadata=false",
                PageReader::hosts);
    }

    /** @param page from 0 */
    DatadogRequest<Page> monitors(int page) {
        return DatadogRequest.get(
                "/api/v1/monitor", "page=" + page + "&page_size=" + NAMED_A_PAGE, NamedPageReader::monitors);
    }

    /** @param offset how many SLOs to pass over */
    DatadogRequest<Page> slos(int offset) {
        return DatadogRequest.get("/api/v1/slo", "limit=" + NAMED_A_PAGE + "&offset=" + offset, NamedPageReader::slos);
    }

    /** @param page from 0 */
    DatadogRequest<Page> tests(int page) {
        return DatadogRequest.get(
                "/api/v1/synthetics/tests",
                "page_number=" + page + "&page_size=" + NAMED_A_PAGE,
                NamedPageReader::tests);
    }

    DatadogRequest<Page> logIndexes() {
        return DatadogRequest.get("/api/v1/logs/config/indexes", "", PageReader::logIndexes);
    }

    /** @param key of a product's facets, or of the values of one */
    DatadogRequest<Page> facets(FacetKey key) {
        var names = key.facet().isEmpty()
                ? facetRequests.facets(key.product())
                : facetRequests.values(key.product(), key.facet(), key.search());
        return DatadogRequest.post(
                names.path(),
                String.valueOf(names.body()),
                body -> new Page(names.reader().read(body), "", 0));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
