// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dromedary.metricql.change.Filter;
import io.dromedary.query.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Keeps rows by what their cells hold, where Datadog's API cannot choose. A filter's key is the name of a column, or
 * else the key of a tag in the column {@code tags}.
 *
 * @param words texts that must each be in some cell, in any case of letters
 */
record RowFilter(List<Filter> filters, List<String> words) {

    private static final int MAX_MATCHED = 1_000;

    static final RowFilter NONE = new RowFilter(List.of(), List.of());

    RowFilter {
        filters = List.copyOf(filters);
        words = List.copyOf(words);
    }

    boolean isEmpty() {
        return filters.isEmpty() && words.isEmpty();
    }

    /** @param cells by the name of their column */
    boolean keeps(Map<String, JsonNode> cells) {
        return filters.stream().allMatch(filter -> keeps(filter, cells)) && hasWords(cells);
    }

    private boolean hasWords(Map<String, JsonNode> cells) {
        if (words.isEmpty()) {
            return true;
        }
        var all = new StringBuilder();
        cells.values().forEach(cell -> all.append(Cells.text(cell)).append('\n'));
        var text = all.toString().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static boolean keeps(Filter filter, Map<String, JsonNode> cells) {
        var values = values(filter.key(), cells);
        return switch (filter.operator()) {
            case EQUALS, ONE_OF -> values.stream().anyMatch(value -> isOneOf(value, filter.values()));
            case NOT_EQUALS, NOT_ONE_OF -> values.stream().noneMatch(value -> isOneOf(value, filter.values()));
            case MATCHES -> values.stream().anyMatch(value -> matches(value, filter.values()));
            case NOT_MATCHES -> values.stream().noneMatch(value -> matches(value, filter.values()));
        };
    }

    private static List<String> values(String key, Map<String, JsonNode> cells) {
        for (var cell : cells.entrySet()) {
            if (cell.getKey().equalsIgnoreCase(key)) {
                return texts(cell.getValue()).toList();
            }
        }
        var prefix = key + ":";
        var tags = new ArrayList<String>();
        cells.getOrDefault("tags", MissingNode.getInstance()).forEach(tag -> tags.add(tag.asText()));
        return tags.stream()
                .filter(tag -> tag.startsWith(prefix))
                .map(tag -> tag.substring(prefix.length()))
                .toList();
    }

    private static Stream<String> texts(JsonNode cell) {
        if (!cell.isArray()) {
            return Stream.of(Cells.text(cell));
        }
        var texts = new ArrayList<String>();
        cell.forEach(element -> texts.add(Cells.text(element)));
        return texts.stream();
    }

    private static boolean isOneOf(String value, List<String> wanted) {
        return wanted.stream().anyMatch(one -> one.equalsIgnoreCase(value) || one.equals("*"));
    }

    private static boolean matches(String value, List<String> patterns) {
        return patterns.stream()
                .anyMatch(pattern -> pattern(pattern).matcher(head(value)).matches());
    }

    /** Many stars in a long text would take for ever. */
    private static String head(String value) {
        return value.length() <= MAX_MATCHED ? value : value.substring(0, MAX_MATCHED);
    }

    /** Only stars and bars mean something: a pattern from outside must not take for ever. */
    private static Pattern pattern(String wanted) {
        var alternatives = new ArrayList<String>();
        for (var part : wanted.split("\\|", -1)) {
            var quoted = new ArrayList<String>();
            for (var piece : part.split("\\.?\\*", -1)) {
                quoted.add(Pattern.quote(piece));
            }
            alternatives.add(String.join(".*?", quoted));
        }
        try {
            return Pattern.compile(String.join("|", alternatives), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalStateException("a quoted pattern compiles", e);
        }
    }
}
