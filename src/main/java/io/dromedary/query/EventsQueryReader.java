// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.orEmpty;
import static io.dromedary.query.QueryReader.refused;
import static io.dromedary.query.SavedWords.isAscending;
import static io.dromedary.query.SavedWords.texts;
import static io.dromedary.query.SavedWords.unknown;
import static io.dromedary.query.SavedWords.word;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dromedary.product.EventProduct;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a saved query of an event-like product has of its own. What is absent or empty has its default. */
final class EventsQueryReader {

    private static final List<String> MODES = List.of("search", "aggregate", "annotations");
    private static final List<String> LOG_MODES = List.of("search", "aggregate", "annotations", "volume", "context");
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_COLUMNS = 100;

    private EventsQueryReader() {}

    /** The members as the editor writes them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Saved(
            @Nullable String query,
            @Nullable String mode,
            @Nullable String legend,
            @Nullable Integer limit,
            @Nullable String sort,
            @Nullable String storage,
            @Nullable List<@Nullable String> indexes,
            @Nullable List<@Nullable String> columns,
            @Nullable String format,
            @Nullable String aggregator,
            @Nullable String order,
            @Nullable List<@Nullable SavedCompute> compute,
            @Nullable List<@Nullable SavedGroup> groupBy,
            @Nullable SavedContext contextOf,
            @Nullable String direction,
            @Nullable List<@Nullable SavedFilter> filters,
            @Nullable Map<String, @Nullable List<@Nullable String>> variables) {}

    static Query.Events read(QueryReader.Common common, QueryReader.SavedMembers members) {
        var product = EventProduct.find(common.queryType()).orElseThrow();
        var saved = members.as(Saved.class);
        return new Query.Events(
                common.refId(),
                common.hidden(),
                common.window(),
                search(product, saved),
                task(product, saved),
                orEmpty(saved.legend()));
    }

    private static EventSearch search(EventProduct product, Saved saved) {
        var text = orEmpty(saved.query()).strip();
        if (text.length() > MetricsQueryReader.MAX_TEXT) {
            throw refused("The search is longer than " + MetricsQueryReader.MAX_TEXT + " characters; shorten it");
        }
        var storage = word(saved.storage());
        if (!storage.isEmpty() && !EventSearch.STORAGES.contains(storage)) {
            throw unknown("storage", storage, EventSearch.STORAGES);
        }
        var indexes = texts(saved.indexes());
        return new EventSearch(
                product,
                text,
                SavedFilter.read(saved.filters()),
                SavedVariables.read(saved.variables()),
                storage.isEmpty() ? "indexes" : storage,
                indexes.isEmpty() ? List.of("*") : indexes);
    }

    private static EventTask task(EventProduct product, Saved saved) {
        var mode = word(saved.mode());
        var modes = product == EventProduct.LOGS ? LOG_MODES : MODES;
        if (!mode.isEmpty() && !modes.contains(mode)) {
            throw unknown("mode of " + product.wireName(), mode, modes);
        }
        return switch (mode) {
            case "aggregate" -> AggregateReader.read(saved);
            case "volume" -> AggregateReader.VOLUME;
            case "annotations" -> new EventTask.Annotations(limit(saved.limit()));
            case "context" -> SavedContext.read(saved.contextOf(), word(saved.direction()), limit(saved.limit()));
            default -> new EventTask.Listing(limit(saved.limit()), isAscending("sort", saved.sort()), columns(saved));
        };
    }

    private static List<String> columns(Saved saved) {
        var columns = texts(saved.columns()).stream().distinct().toList();
        if (columns.size() > MAX_COLUMNS) {
            throw refused("More than " + MAX_COLUMNS + " columns are asked for; choose fewer");
        }
        return columns;
    }

    private static int limit(@Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > EventTask.MAX_EVENTS)) {
            throw refused("The limit " + limit + " is out of range; use 1 to " + EventTask.MAX_EVENTS);
        }
        return limit == null ? DEFAULT_LIMIT : limit;
    }
}
