// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.instance.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what a reply with an error status means, and what the user can do about it. */
final class StatusFailures {

    /** Statuses that tell of a request this side should not have made: the list of Grafana's plugin SDK. */
    private static final Set<Integer> OWN_FAULT = Set.of(405, 406, 412, 413, 414, 416, 417, 426, 431, 501);

    private static final Set<Integer> PASSING = Set.of(500, 502, 503, 504);

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(413, "Content Too Large"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private StatusFailures() {}

    /**
     * Returns the failure for a reply that is not a success.
     *
     * @param said what the body says, if anything
     */
    static DatadogException of(int status, Optional<String> said, RateLimit limit, DatadogCall call) {
        if (status == 429) {
            return limited(limit.name(), limit.reset(), call);
        }
        if (status < 400 || status > 599) {
            return CallFailures.failure(
                    502,
                    "Datadog's API does not answer at this address (status " + status
                            + "): check the site or URL of the data source",
                    call);
        }
        var source = OWN_FAULT.contains(status) ? Source.PLUGIN : Source.DOWNSTREAM;
        var text = SafeText.of(text(status, said, call), call.instance().settings());
        var failure = new Failure(status, source, text);
        return PASSING.contains(status) ? DatadogException.passing(failure) : new DatadogException(failure);
    }

    /** Returns the failure of a rate limit; empty or null where Datadog does not say which, or until when. */
    static DatadogException limited(@Nullable String bucket, @Nullable Duration reset, DatadogCall call) {
        var isNamed = bucket != null && !bucket.isEmpty();
        var which = isNamed
                ? "Datadog's rate limit " + bucket
                : "Datadog's rate limit for " + call.request().path();
        var when = reset == null ? "in a while" : "in " + Math.max(1, (reset.toMillis() + 999) / 1000) + " s";
        var text = SafeText.of(
                which + " is used up; it can be asked again " + when,
                call.instance().settings());
        return DatadogException.limited(new Failure(429, Source.DOWNSTREAM, text), isNamed ? bucket : null, reset);
    }

    private static String text(int status, Optional<String> said, DatadogCall call) {
        var name = NAMES.get(status);
        var numbered = status
                + said.or(() -> Optional.ofNullable(name))
                        .map(text -> ": " + text)
                        .orElse("");
        return switch (status) {
            case 401, 403 -> "Datadog refused access (" + numbered + "); " + accessHint(call);
            case 404 ->
                "Datadog found nothing at " + call.request().path() + " (" + numbered
                        + "); check the name, and the site or URL of the data source";
            case 407 -> "The proxy refused the connection (407); HTTPS_PROXY or HTTP_PROXY needs a valid user:password";
            case 413, 414, 431 ->
                "Datadog found the request too large (" + numbered + "); ask for fewer queries at once";
            default ->
                status >= 500
                        ? "Datadog failed (" + numbered + "); try again, and see Datadog's status page if it stays"
                        : "Datadog rejected the request (" + numbered + ")";
        };
    }

    private static String accessHint(DatadogCall call) {
        var keys = "check that both keys are valid and belong to "
                + place(call.instance().settings());
        return Permissions.of(call.request().path())
                .map(permission -> keys + ", and that the application key has the permission " + permission)
                .orElse(keys);
    }

    private static String place(Settings settings) {
        var site = settings.site();
        return site == null ? "the Datadog at " + settings.apiUrl().getHost() : "the site " + site.domain();
    }
}
