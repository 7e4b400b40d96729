// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.datadog.Breakers;
import io.dromedary.datadog.RateBudget;
import io.dromedary.health.HealthReport;
import io.dromedary.instance.Instance;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How an instance is doing. Health: {@code {"status":"ok","message":"…","datadog":"…","checks":{"keys":{"works":true},
 * …},"breaker":{"open":false}}}, with HTTP status 503 when dashboards and pipelines could not work; of an open breaker
 * it also tells {@code since}, {@code until} and {@code text}. Budget:
 * {@code {"buckets":[{"name","remaining","limit"?,"periodSeconds"?,"resetSeconds"}]}}, of each rate limit that Datadog
 * has told of. Stateless.
 */
public final class StatePages {

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final RateBudget budget;
    private final Breakers breakers;

    public StatePages(RateBudget budget, Breakers breakers) {
        this.budget = budget;
        this.breakers = breakers;
    }

    /** Returns what a health check found, with status 503 where dashboards and pipelines would not work. */
    public ApiReply health(HealthReport report, Instance instance) {
        var page = new LinkedHashMap<String, Object>();
        page.put("status", report.status().name().toLowerCase(Locale.ROOT));
        page.put("message", report.message());
        page.putAll(report.details());
        page.put("breaker", breakers.of(instance).map(StatePages::open).orElse(Map.of("open", false)));
        var status = switch (report.status()) {
            case OK -> 200;
            case ERROR -> 503;
        };
        return new ApiReply(status, Map.of("Content-Type", "application/json"), bytes(page));
    }

    private static Map<String, Object> open(Breakers.Opening opening) {
        var page = new LinkedHashMap<String, Object>();
        page.put("open", true);
        page.put("since", opening.since().toString());
        page.put("until", opening.until().toString());
        page.put("text", opening.text());
        return page;
    }

    /** Returns what Datadog told last of the rate limits of an instance's keys. */
    public ApiReply budget(Instance instance) {
        var buckets = budget.of(instance).stream()
                .sorted(Comparator.comparing(RateBudget.Bucket::name))
                .map(this::bucket)
                .toList();
        return ApiReply.json(bytes(Map.of("buckets", buckets)));
    }

    private Map<String, Object> bucket(RateBudget.Bucket bucket) {
        var page = new LinkedHashMap<String, Object>();
        page.put("name", bucket.name());
        page.put("remaining", bucket.remaining());
        if (bucket.limit() != null) {
            page.put("limit", bucket.limit());
        }
        if (bucket.period() != null) {
            page.put("periodSeconds", bucket.period().toSeconds());
        }
        page.put("resetSeconds", budget.untilReset(bucket).toSeconds());
        return page;
    }

    private byte[] bytes(Object page) {
        return mapper.valueToTree(page).toString().getBytes(StandardCharsets.UTF_8);
    }
}
