// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.instance.Instance;
import io.dromedary.product.EventProduct;
import io.dromedary.resource.ResourceRequest;
import io.dromedary.search.SearchText;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the parameters of autocomplete resources: {@code query} and {@code limit} for all, {@code metric} and
 * {@code key} for tags. Bad ones are a {@link FailedException} of status 400. Stateless.
 */
public final class Lookups {

    /** Enough for the whole list of most accounts, so that an editor asks once and filters by itself. */
    static final int DEFAULT_LIMIT = 10_000;

    private static final int MAX_LIMIT = 100_000;
    private static final int MAX_TEXT = 500;

    /** Metric names begin with a letter; this also keeps {@code ..} out of the path of the request to Datadog. */
    private static final Pattern METRIC = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]*");

    /** Returns what finds metrics by a part of their name. */
    public Lookup metrics(ResourceRequest request, Instance instance) {
        return lookup(Subject.METRICS, instance, "", "", request);
    }

    /** Returns what finds the tag keys of the parameter {@code metric}. */
    public Lookup tagKeys(ResourceRequest request, Instance instance) {
        return lookup(Subject.TAGS, instance, metric(request), "", request);
    }

    /** Returns what finds the values that the parameter {@code key} has on the parameter {@code metric}. */
    public Lookup tagValues(ResourceRequest request, Instance instance) {
        return lookup(Subject.TAGS, instance, metric(request), required(request, "key", "env"), request);
    }

    /** Returns what finds hosts by a part of their name. */
    public Lookup hosts(ResourceRequest request, Instance instance) {
        return lookup(Subject.HOSTS, instance, "", "", request);
    }

    /** Returns what finds monitors by a part of their name. */
    public Lookup monitors(ResourceRequest request, Instance instance) {
        return lookup(Subject.MONITORS, instance, "", "", request);
    }

    /** Returns what finds SLOs by a part of their name. */
    public Lookup slos(ResourceRequest request, Instance instance) {
        return lookup(Subject.SLOS, instance, "", "", request);
    }

    /** Returns what finds synthetic tests by a part of their name. */
    public Lookup tests(ResourceRequest request, Instance instance) {
        return lookup(Subject.TESTS, instance, "", "", request);
    }

    /** Returns what finds log indexes by a part of their name. */
    public Lookup logIndexes(ResourceRequest request, Instance instance) {
        return lookup(Subject.LOG_INDEXES, instance, "", "", request);
    }

    /** Returns what finds the facets of the parameter {@code product}. */
    public Lookup facets(ResourceRequest request, Instance instance) {
        var product = product(required(request, "product", "logs"));
        return lookup(Subject.FACETS, instance, new FacetKey(product, "", "").text(), "", request);
    }

    /** Returns what finds the values of the parameter {@code facet}. */
    public Lookup facetValues(ResourceRequest request, Instance instance) {
        var product = product(required(request, "product", "logs"));
        var key = new FacetKey(product, required(request, "facet", "service"), "");
        return lookup(Subject.FACETS, instance, key.text(), "", request);
    }

    /** Returns what finds the services that send spans, of one environment or of all. */
    public Lookup services(ResourceRequest request, Instance instance) {
        var env = text(request, "env");
        var search = env.isEmpty() || env.equals("*") ? "" : "env:" + SearchText.quoted(env);
        return lookup(
                Subject.FACETS, instance, new FacetKey(EventProduct.SPANS, "service", search).text(), "", request);
    }

    /** Returns what finds the environments that send spans. */
    public Lookup envs(ResourceRequest request, Instance instance) {
        return lookup(Subject.FACETS, instance, new FacetKey(EventProduct.SPANS, "env", "").text(), "", request);
    }

    /** Returns what finds the facets of a product. */
    public Lookup facets(Instance instance, EventProduct product) {
        return facetValues(instance, product, "");
    }

    /** Returns what finds the values of a facet. */
    public Lookup facetValues(Instance instance, EventProduct product, String facet) {
        var key = new FacetKey(product, facet, "").text();
        return new Lookup(Subject.FACETS, instance.id(), key, "", "", DEFAULT_LIMIT);
    }

    /** Returns the event-like product of a name; an unknown one is a {@link FailedException} of status 400. */
    public static EventProduct product(String name) {
        return EventProduct.find(name)
                .orElseThrow(() -> bad("There is no product " + name + ". Use one of: "
                        + Arrays.stream(EventProduct.values())
                                .map(EventProduct::wireName)
                                .collect(Collectors.joining(", "))));
    }

    /** Returns what finds all metrics of an instance. */
    public Lookup allMetrics(Instance instance) {
        return new Lookup(Subject.METRICS, instance.id(), "", "", "", DEFAULT_LIMIT);
    }

    /** Returns what finds all SLOs of an instance. */
    public Lookup allSlos(Instance instance) {
        return new Lookup(Subject.SLOS, instance.id(), "", "", "", DEFAULT_LIMIT);
    }

    /** Returns what finds all tags of a metric; nothing when this cannot be the name of one. */
    public Optional<Lookup> allTags(Instance instance, String metric) {
        return metric.length() <= MAX_TEXT && METRIC.matcher(metric).matches()
                ? Optional.of(new Lookup(Subject.TAGS, instance.id(), metric, "", "", DEFAULT_LIMIT))
                : Optional.empty();
    }

    private static Lookup lookup(
            Subject subject, Instance instance, String owner, String tagKey, ResourceRequest request) {
        return new Lookup(subject, instance.id(), owner, tagKey, text(request, "query"), limit(request));
    }

    private static String metric(ResourceRequest request) {
        var metric = required(request, "metric", "system.cpu.user");
        if (!METRIC.matcher(metric).matches()) {
            throw bad("Parameter metric is not the name of a metric: names begin with a letter and have letters,"
                    + " digits, dots and underscores");
        }
        return metric;
    }

    private static String required(ResourceRequest request, String name, String example) {
        var value = text(request, name);
        if (value.isEmpty()) {
            throw bad("Parameter " + name + " is missing: add " + name + "=" + example);
        }
        return value;
    }

    private static String text(ResourceRequest request, String name) {
        var value = request.parameter(name);
        if (value.length() > MAX_TEXT) {
            throw bad("Parameter " + name + " is longer than " + MAX_TEXT + " characters");
        }
        return value;
    }

    private static int limit(ResourceRequest request) {
        var text = request.parameter("limit");
        try {
            var limit = text.isEmpty() ? DEFAULT_LIMIT : Integer.parseInt(text);
            if (limit >= 1) {
                return Math.min(limit, MAX_LIMIT);
            }
        } catch (NumberFormatException e) {
            // told below, like numbers out of range
        }
        throw bad("Parameter limit must be a whole number from 1 to " + MAX_LIMIT);
    }

    private static FailedException bad(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
