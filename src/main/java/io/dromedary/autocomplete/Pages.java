// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import io.dromedary.datadog.DatadogRequest;
import io.dromedary.query.events.FacetRequests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the pages of a list over: what to ask next, and what was read so far. Confined to one load. */
public final class Pages {

    /** Most pages of a list; a server that gives one name a page and promises millions would be asked for ever. */
    private static final int MAX_PAGES = 300;

    /** Most facets that are remembered beside those of the latest events. */
    private static final int MAX_SEEN = 2_000;

    private final Subject subject;
    private final ListRequests requests;
    private final String owner;
    private final List<String> names = new ArrayList<>();
    private final List<String> seen;
    private final Set<String> cursors = new HashSet<>();
    private @Nullable DatadogRequest<Page> next;
    private boolean complete = true;
    private int pages;
    private int read;

    /** @param seen what the list had before: facets of events that are not among the latest any more */
    Pages(Lookup lookup, ListRequests requests, List<String> seen) {
        this.subject = lookup.subject();
        this.owner = lookup.owner();
        this.requests = requests;
        this.seen = subject == Subject.FACETS && FacetKey.parse(owner).facet().isEmpty() ? seen : List.of();
        next = switch (subject) {
            case METRICS -> requests.metrics("");
            case TAGS -> requests.tags(owner);
            case HOSTS -> requests.hosts(0);
            case MONITORS -> requests.monitors(0);
            case SLOS -> requests.slos(0);
            case TESTS -> requests.tests(0);
            case FACETS -> requests.facets(FacetKey.parse(owner));
            case LOG_INDEXES -> requests.logIndexes();
        };
    }

    /** Returns what to ask next, or null at the end. */
    public @Nullable DatadogRequest<Page> getNext() {
        return next;
    }

    void add(Page page) {
        names.addAll(page.names());
        next = page.names().isEmpty() ? null : following(page);
        if (++read >= MAX_PAGES && next != null) {
            complete = false;
            next = null;
        }
        if (names.size() >= requests.maxNames() && (next != null || names.size() > requests.maxNames())) {
            complete = false;
            next = null;
        }
    }

    Listing listing() {
        var kept = names.subList(0, Math.min(names.size(), requests.maxNames()));
        return switch (subject) {
            case METRICS, HOSTS, LOG_INDEXES -> Listings.ofNames(kept, complete);
            case FACETS ->
                Listings.ofNames(
                        Stream.concat(kept.stream(), seen.stream().limit(MAX_SEEN))
                                .toList(),
                        complete);
            case TAGS -> Listings.ofTags(kept, complete);
            case MONITORS, SLOS, TESTS -> Listings.ofNamed(kept, complete);
        };
    }

    private @Nullable DatadogRequest<Page> following(Page page) {
        return switch (subject) {
            case METRICS ->
                page.cursor().isEmpty() || goesInCircles(page.cursor()) ? null : requests.metrics(page.cursor());
            case TAGS, LOG_INDEXES -> null;
            case FACETS -> cut(page);
            case HOSTS -> names.size() >= page.total() ? null : requests.hosts(names.size());
            case MONITORS -> isShort(page) ? null : requests.monitors(++pages);
            case SLOS -> isShort(page) ? null : requests.slos(names.size());
            case TESTS -> isShort(page) ? null : requests.tests(++pages);
        };
    }

    /** More values of a facet than this are not listed. */
    private @Nullable DatadogRequest<Page> cut(Page page) {
        complete &= page.names().size() < FacetRequests.MAX_VALUES;
        return null;
    }

    /** The last page of a list that does not say how long it is. */
    private static boolean isShort(Page page) {
        return page.names().size() < ListRequests.NAMED_A_PAGE;
    }

    /** A cursor seen before leads round and round: the list counts as cut. */
    private boolean goesInCircles(String cursor) {
        var again = !cursors.add(cursor);
        complete &= !again;
        return again;
    }
}
