// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Endpoints;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.Parameters;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.lists.ListEndpoints;
import io.dromedary.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * An embedded Datadog about a small shop. The same request at the same instant of the clock gets the same bytes from
 * every sandbox of the same seed; only rate limits count what came before. Safe for any number of threads, and fast
 * enough to be called on any of them.
 *
 * <p>Asked by URL it wants the {@link DemoKeys}; a trusted request needs no keys.
 */
public final class SandboxDatadog {

    /** What a request without an endpoint draws from. */
    private static final String NO_BUCKET = "api";

    private final Clock clock;
    private final Endpoints endpoints;
    private final RateBudgets budgets;

    public SandboxDatadog(Clock clock, long seed) {
        this(clock, seed, RateLimits.generous());
    }

    /** @param limits low ones let a test see 429 */
    public SandboxDatadog(Clock clock, long seed, RateLimits limits) {
        var world = World.of(seed);
        this.clock = clock;
        var catalog = Catalog.of(world);
        this.endpoints = new Endpoints(world, catalog, ListEndpoints.all(world, catalog));
        this.budgets = new RateBudgets(limits);
    }

    /** Answers a request; never fails: what is wrong with it is said in the reply, in Datadog's words and shapes. */
    public SandboxReply answer(SandboxRequest request) {
        var endpoint = endpoints.find(request.method(), request.path());
        var now = clock.instant();
        var budget = budgets.take(endpoint.map(Endpoint::bucket).orElse(NO_BUCKET), now.getEpochSecond());
        var headers = new HashMap<>(budget.headers());
        if (endpoint.isEmpty()) {
            return endpoints.knows(request.path())
                    ? error(405, "Method Not Allowed", headers)
                    : error(404, "Not Found", headers);
        }
        if (!request.trusted() && isKeyMissing(request)) {
            return error(403, "API key required", headers);
        }
        if (!request.trusted() && !isAllowed(request, endpoint.get())) {
            return gatewayError(headers);
        }
        if (budget.isOverdrawn()) {
            var limits = budget.limits();
            return error(
                    429,
                    "Rate limit of " + limits.requests() + " requests in "
                            + limits.period().toSeconds() + " seconds reached. Please try again later.",
                    headers);
        }
        return answer(request, endpoint.get(), now.toEpochMilli(), headers);
    }

    private static SandboxReply answer(
            SandboxRequest request, Endpoint endpoint, long nowMs, Map<String, String> headers) {
        try {
            var body = endpoint.answer(request.path(), new Parameters(request.query()), request.body(), nowMs);
            headers.put("Content-Type", endpoint.contentType());
            return new SandboxReply(endpoint.status(), Map.copyOf(headers), body);
        } catch (RefusedCallException e) {
            return reply(e.status(), e.contentType(), headers, e.body());
        }
    }

    private static boolean isKeyMissing(SandboxRequest request) {
        return request.headers().getOrDefault("dd-api-key", "").isEmpty();
    }

    private static boolean isAllowed(SandboxRequest request, Endpoint endpoint) {
        return isKey(request, "dd-api-key", DemoKeys.API_KEY)
                && (!endpoint.needsAppKey() || isKey(request, "dd-application-key", DemoKeys.APP_KEY));
    }

    private static boolean isKey(SandboxRequest request, String header, String key) {
        String sent = request.headers().getOrDefault(header, "");
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }

    /** The most common shape of an error. */
    private static SandboxReply error(int status, String text, Map<String, String> headers) {
        return reply(status, headers, out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("errors");
            out.writeString(text);
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    /** What Datadog's gateway says to wrong keys, on v1 and v2 alike. */
    private static SandboxReply gatewayError(Map<String, String> headers) {
        return reply(403, headers, out -> {
            out.writeStartObject();
            out.writeStringField("status", "error");
            out.writeNumberField("code", 403);
            out.writeArrayFieldStart("errors");
            out.writeString("Forbidden");
            out.writeEndArray();
            out.writeStringField("statuspage", "http://status.datadoghq.com");
            out.writeStringField("twitter", "http://twitter.com/datadogops");
            out.writeStringField("email", "support@datadoghq.com");
            out.writeEndObject();
        });
    }

    private static SandboxReply reply(int status, Map<String, String> headers, Json.Text text) {
        return reply(status, "application/json", headers, text);
    }

    private static SandboxReply reply(int status, String contentType, Map<String, String> headers, Json.Text text) {
        headers.put("Content-Type", contentType);
        return new SandboxReply(status, Map.copyOf(headers), Json.bytes(text));
    }
}
