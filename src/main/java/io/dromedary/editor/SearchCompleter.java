// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.autocomplete.Gathering;
import io.dromedary.autocomplete.Listing;
import io.dromedary.search.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Chooses what to offer at the cursor of a search: facets, their values, operators, variables. Stateless. */
public final class SearchCompleter {

    /** Returns what to offer, best first, at most {@value Completer#MAX_ITEMS} items. */
    public Choice choose(SearchCompletion completion, Gathering gathering) {
        var situation = completion.situation();
        var listing = gathering.listing(completion.lookup());
        var items = new ArrayList<Item>();
        listing.ifPresent(list -> list.names().forEach(name -> items.add(item(completion, name))));
        if (situation.operator()) {
            List.of("AND", "OR").forEach(word -> items.add(Item.plain(ItemKind.OPERATOR, word)));
        }
        if (!situation.isValue()) {
            items.add(new Item(ItemKind.KEYWORD, "NOT", "NOT", "What follows must not be found"));
        }
        completion
                .variables()
                .forEach(name ->
                        items.add(new Item(ItemKind.VARIABLE, "$" + name, "$" + name, "Variable of the dashboard")));
        var matches = Completer.matches(items, situation.prefix().toLowerCase(Locale.ROOT), Map.of());
        boolean cut = matches.size() > Completer.MAX_ITEMS;
        return new Choice(
                completion.instance(),
                completion.text(),
                situation.from(),
                situation.to(),
                cut ? Shares.of(matches, Completer.MAX_ITEMS) : matches,
                listing.map(Listing::complete).orElse(false) && !cut,
                gathering.reason());
    }

    private static Item item(SearchCompletion completion, String name) {
        return completion.situation().isValue()
                ? new Item(ItemKind.TAG_VALUE, name, SearchText.quoted(name), "")
                : new Item(ItemKind.FACET, name, name + ":", "");
    }
}
