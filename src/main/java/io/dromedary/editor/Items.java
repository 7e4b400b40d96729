// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.autocomplete.Gathering;
import io.dromedary.autocomplete.Listing;
import io.dromedary.metricql.complete.Situation;
import io.dromedary.metricql.complete.Situation.Kind;
import io.dromedary.metricql.complete.Suggestion;
import io.dromedary.metricql.complete.Suggestions;
import io.dromedary.metricql.syntax.QueryPrinter;
import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that may stand at a cursor, whatever is typed of it already: words of the language, and names from lists.
 */
final class Items {

    private final Completion completion;
    private final Situation situation;
    private final Gathering gathering;
    private final List<Item> items = new ArrayList<>();

    private Items(Completion completion, Gathering gathering) {
        this.completion = completion;
        this.gathering = gathering;
        situation = completion.situation();
    }

    static List<Item> of(Completion completion, Gathering gathering) {
        return new Items(completion, gathering).all();
    }

    private List<Item> all() {
        Suggestions.of(situation).forEach(word -> items.add(word(word)));
        situation.kinds().forEach(this::names);
        return items;
    }

    private static Item word(Suggestion word) {
        var both = !word.detail().isEmpty() && !word.description().isEmpty();
        return new Item(
                ItemKind.of(word.kind()),
                word.text(),
                word.insert(),
                word.detail() + (both ? " – " : "") + word.description());
    }

    private void names(Kind kind) {
        switch (kind) {
            case METRIC -> metrics();
            case REFERENCE -> references();
            case TAG_KEY -> tagKeys();
            case TAG_VALUE -> tagValues();
            case GROUP_KEY -> groupKeys();
            case AGGREGATOR, FUNCTION, SCOPE_OPERATOR, BY, MODIFIER, MODIFIER_ARGUMENT, FUNCTION_ARGUMENT -> {}
            case OPERATOR, NOTHING -> {}
        }
    }

    private void metrics() {
        completion
                .metrics()
                .flatMap(gathering::listing)
                .ifPresent(list -> list.names().forEach(name -> items.add(Item.plain(ItemKind.METRIC, name))));
    }

    private void references() {
        var sign = situation.prefix().startsWith("#") ? "#" : "$";
        completion.refIds().forEach(refId -> {
            var text = sign + refId;
            items.add(new Item(ItemKind.REFERENCE, text, text, "Query " + refId + " of this panel"));
        });
        variables();
    }

    private void tagKeys() {
        if (situation.scope().isEmpty()) {
            items.add(new Item(ItemKind.KEYWORD, "*", "*", "Everything the metric has"));
        }
        tags().forEach(list -> list.names().forEach(key -> {
            var insert = key(key) + (list.values().containsKey(key) ? ":" : "");
            items.add(new Item(ItemKind.TAG_KEY, key, insert, ""));
        }));
        variables();
    }

    private void tagValues() {
        tags().forEach(list -> list.values()
                .getOrDefault(situation.key(), List.of())
                .forEach(value -> items.add(new Item(ItemKind.TAG_VALUE, value, value(value), ""))));
        variables();
    }

    private void groupKeys() {
        tags().forEach(list -> list.names().forEach(key -> items.add(new Item(ItemKind.TAG_KEY, key, key(key), ""))));
        variables();
    }

    private void variables() {
        completion.variables().forEach(name -> {
            var text = "$" + name;
            items.add(new Item(ItemKind.VARIABLE, text, text, "Variable of the dashboard"));
        });
    }

    private List<Listing> tags() {
        return completion.tags().flatMap(gathering::listing).stream().toList();
    }

    /** Returns a tag's key as the language writes it, in quotes where it has to be. */
    private static String key(String key) {
        return printed(new Condition.Tag(key, null));
    }

    private static String value(String value) {
        return printed(new Condition.Tag("k", value)).substring("k:".length());
    }

    private static String printed(Condition.Tag tag) {
        return QueryPrinter.condition(tag, Scope.Style.SYMBOLS);
    }
}
