// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.autocomplete.Gathering;
import io.dromedary.autocomplete.Listing;
import io.dromedary.autocomplete.Ranking;
import io.dromedary.metadata.MetadataCache;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceReply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Chooses what to offer at a cursor: ranked by match (the very word, its beginning, the beginning of a part of it,
 * anywhere), then by kind, then by use, then as the lists have it. Thread-safe.
 */
public final class Completer {

    /** Most items of an answer; whoever wants others types on. */
    static final int MAX_ITEMS = 100;

    /**
     * Of so many of the first metrics Datadog is asked for type and unit: about what a list shows without scrolling.
     */
    static final int MAX_DESCRIBED = 8;

    private final ResourceJson json;
    private final MetadataCache metadata;
    private final Uses uses;

    public Completer(ResourceJson json, MetadataCache metadata, Uses uses) {
        this.json = json;
        this.metadata = metadata;
        this.uses = uses;
    }

    private record Ranked(Item item, int rank, int uses) {

        private static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::rank)
                .thenComparing(ranked -> ranked.item().kind())
                .thenComparing(Comparator.comparingInt(Ranked::uses).reversed());
    }

    /** Returns what to offer, at most {@value #MAX_ITEMS} items. */
    public Choice choose(Completion completion, Gathering gathering) {
        var situation = completion.situation();
        var matches = matches(
                Items.of(completion, gathering),
                situation.prefix().toLowerCase(Locale.ROOT),
                uses.of(completion.instance()));
        boolean cut = matches.size() > MAX_ITEMS;
        boolean whole = completion.lookups().stream()
                .allMatch(lookup ->
                        gathering.listing(lookup).map(Listing::complete).orElse(false));
        return new Choice(
                completion.instance(),
                completion.text(),
                situation.from(),
                situation.to(),
                cut ? Shares.of(matches, MAX_ITEMS) : matches,
                whole && !cut,
                gathering.reason());
    }

    static List<Item> matches(List<Item> items, String prefix, Map<String, Integer> uses) {
        var ranked = new ArrayList<Ranked>(items.size());
        for (var item : items) {
            int rank = prefix.isEmpty() ? 0 : Ranking.rank(item.text().toLowerCase(Locale.ROOT), prefix);
            if (rank != Ranking.NONE) {
                ranked.add(new Ranked(item, rank, uses.isEmpty() ? 0 : uses.getOrDefault(item.text(), 0)));
            }
        }
        ranked.sort(Ranked.ORDER);
        return ranked.stream().map(Ranked::item).toList();
    }

    /** Returns the first metrics of which nothing is known yet. */
    public List<String> undescribed(Choice choice) {
        return choice.items().stream()
                .filter(item -> item.kind() == ItemKind.METRIC)
                .limit(MAX_DESCRIBED)
                .map(Item::text)
                .filter(metric -> metadata.find(choice.instance(), metric) == null)
                .toList();
    }

    /**
     * Returns {@code {"items":[{"kind","text","insert"?,"detail","from","to"}],"complete","reason"?}}. An item without
     * {@code insert} is inserted as it is shown.
     */
    public ResourceReply reply(Choice choice) {
        var answer = json.object();
        var items = answer.putArray("items");
        choice.items().forEach(item -> write(item, choice, items.addObject()));
        answer.put("complete", choice.complete());
        choice.reason().ifPresent(reason -> answer.put("reason", reason));
        return json.reply(answer);
    }

    private void write(Item item, Choice choice, ObjectNode out) {
        var insert = Insertion.fit(choice.text(), choice.from(), choice.to(), item.insert());
        out.put("kind", item.kind().wireName());
        out.put("text", item.text());
        if (!insert.equals(item.text())) {
            out.put("insert", insert);
        }
        out.put("detail", detail(item, choice));
        out.put("from", choice.from());
        out.put("to", choice.to());
    }

    private String detail(Item item, Choice choice) {
        if (item.kind() != ItemKind.METRIC) {
            return item.detail();
        }
        var known = metadata.find(choice.instance(), item.text());
        return known == null ? "" : MetricDetail.of(known);
    }
}
