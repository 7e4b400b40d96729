// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dromedary.autocomplete.CachedListing;
import io.dromedary.autocomplete.Freshness;
import io.dromedary.autocomplete.Gatherings;
import io.dromedary.autocomplete.Listing;
import io.dromedary.autocomplete.Lookup;
import io.dromedary.autocomplete.Lookups;
import io.dromedary.autocomplete.Subject;
import io.dromedary.instance.Instance;
import io.dromedary.instance.Instances;
import io.dromedary.instance.Sources;
import io.dromedary.metadata.MetadataCache;
import io.dromedary.metadata.MetricMetadata;
import io.dromedary.metadata.Percentiles;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceReply;
import io.dromedary.resource.ResourceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Completion and validation over lists that are in the caches, without routes. The cursor is {@code ^} in a text. */
public final class EditorFixture {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration HOUR = Duration.ofHours(1);

    private final Freshness freshness = new Freshness(
            Map.of(Subject.METRICS, HOUR, Subject.TAGS, HOUR), HOUR, Duration.ofSeconds(30), Ticker.systemTicker());
    private final Map<Subject, Cache<String, CachedListing>> caches = Map.of(
            Subject.METRICS,
            Caffeine.newBuilder().build(),
            Subject.TAGS,
            Caffeine.newBuilder().build());
    private final Gatherings gatherings =
            new Gatherings(caches, freshness, Duration.ofSeconds(30), Ticker.systemTicker());
    private final Lookups lookups = new Lookups();
    private final ResourceJson json = new ResourceJson(1 << 20);
    private final MetadataCache metadata = new MetadataCache(HOUR, HOUR, 1 << 20, Ticker.systemTicker());
    private final Uses uses = new Uses();
    private final CompletionReader reader = new CompletionReader(json, lookups);
    private final Completer completer = new Completer(json, metadata, uses);
    private final Validator validator = new Validator(json, lookups, metadata, uses);
    private final Instance instance;

    public EditorFixture() {
        instance = new Instances(HOUR, 1, Ticker.systemTicker())
                .lease(Sources.sandbox("u"))
                .instance();
    }

    /** Returns what a small shop has. */
    public static EditorFixture shop() {
        var shop = new EditorFixture();
        shop.metrics(List.of(
                "aws.lambda.errors",
                "shop.cart.size",
                "shop.checkout.latency",
                "shop.orders",
                "system.cpu.idle",
                "system.cpu.user",
                "system.mem.used"));
        var hosts = List.of("web-1", "web-2", "worker, \"old\"");
        shop.tags("system.cpu.user", Map.of("env", List.of("prod", "staging"), "host", hosts, "spot", List.of()));
        shop.tags("shop.orders", Map.of("env", List.of("prod"), "country", List.of("de", "fr"), "host", hosts));
        shop.metadata.keep(
                shop.instance, "system.cpu.user", new MetricMetadata("gauge", "percent", "", "Time in programs"));
        shop.distribution("shop.checkout.latency", Percentiles.DISABLED);
        shop.distribution("shop.cart.size", Percentiles.ENABLED);
        shop.metadata.keep(shop.instance, "shop.orders", new MetricMetadata("count", "", "", "Orders placed"));
        return shop;
    }

    public void metrics(List<String> names) {
        keep(lookups.allMetrics(instance), new Listing(names, Map.of(), true));
    }

    /** @param values by tag key; a key without any is a tag that is a word alone */
    void tags(String metric, Map<String, List<String>> values) {
        var filled = new TreeMap<>(values);
        filled.values().removeIf(List::isEmpty);
        var keys = values.keySet().stream().sorted().toList();
        keep(lookups.allTags(instance, metric).orElseThrow(), new Listing(keys, filled, true));
    }

    private void distribution(String metric, Percentiles percentiles) {
        tags(metric, Map.of("env", List.of("prod")));
        metadata.keep(instance, metric, new MetricMetadata("distribution", "", "", ""));
        metadata.keepPercentiles(instance, metric, percentiles);
    }

    private void keep(Lookup lookup, Listing listing) {
        caches.get(lookup.subject()).put(lookup.key(), freshness.fresh(lookup, listing));
    }

    /** Returns the answer for the text at the mark; refIds and variables are those of a panel. */
    JsonNode complete(String marked) {
        return complete(marked.replace("^", ""), marked.indexOf('^'));
    }

    JsonNode complete(String text, int cursor) {
        var body = MAPPER.createObjectNode().put("query", text).put("cursor", cursor);
        body.putArray("refIds").add("A").add("errors");
        body.putArray("variables").add("host");
        return read(completeReply(body.toString()));
    }

    /** Does all that the route does when the lists are cached. */
    public ResourceReply completeReply(String body) {
        var completion = reader.read(request(body), instance);
        var choice = completer.choose(completion, gatherings.begin(completion.lookups()));
        completer.undescribed(choice);
        return completer.reply(choice);
    }

    JsonNode validate(String text) {
        var body = MAPPER.createObjectNode().put("query", text).toString();
        var validation = validator.read(request(body), instance);
        return read(validator.reply(validation, gatherings.begin(validation.lookups())));
    }

    private static ResourceRequest request(String body) {
        return new ResourceRequest("POST", "", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode read(ResourceReply reply) {
        try {
            return MAPPER.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
