// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that Datadog did not answer as wished, or could not be asked at all. The message is shown to the user as it
 * stands: it holds no key, no header and no query string.
 */
public final class DatadogException extends FailedException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String bucket;
    private final @Nullable Duration reset;
    private final Kind kind;

    /** What the failure says of Datadog. */
    private enum Kind {
        FINAL,
        PASSING,
        UNREACHABLE,
        BROKEN_OFF
    }

    DatadogException(Failure failure) {
        this(failure, null, null, Kind.FINAL);
    }

    private DatadogException(Failure failure, @Nullable String bucket, @Nullable Duration reset, Kind kind) {
        super(failure);
        this.bucket = bucket;
        this.reset = reset;
        this.kind = kind;
    }

    /** Makes the failure of a call that Datadog answered, and that may well succeed when it is made again at once. */
    static DatadogException passing(Failure failure) {
        return new DatadogException(failure, null, null, Kind.PASSING);
    }

    /** Makes the failure of a call that reached nobody, or was not answered. */
    static DatadogException unreachable(Failure failure) {
        return new DatadogException(failure, null, null, Kind.UNREACHABLE);
    }

    /** Makes the failure of a call whose connection broke off, and that may well succeed at once. */
    static DatadogException brokenOff(Failure failure) {
        return new DatadogException(failure, null, null, Kind.BROKEN_OFF);
    }

    /**
     * Makes the failure of a call that a rate limit, or a breaker, does not allow before {@code reset} has passed, if
     * that is known.
     */
    static DatadogException limited(Failure failure, @Nullable String bucket, @Nullable Duration reset) {
        return new DatadogException(failure, bucket, reset, Kind.FINAL);
    }

    /** Returns the name of the rate limit that is used up, for example {@code metrics_query}. */
    public Optional<String> bucket() {
        return Optional.ofNullable(bucket);
    }

    /** Returns how long the call is not allowed, counted from when this was thrown. */
    public Optional<Duration> reset() {
        return Optional.ofNullable(reset);
    }

    /** Whether trouble on the way or in Datadog is likely to be gone with the next attempt. */
    boolean isPassing() {
        return kind == Kind.PASSING || kind == Kind.BROKEN_OFF;
    }

    /** Whether Datadog, as far as this call tells, is not there. */
    boolean isUnreachable() {
        return kind == Kind.UNREACHABLE || kind == Kind.BROKEN_OFF;
    }
}
