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
    private final boolean passing;

    DatadogException(Failure failure) {
        this(failure, null, null, false);
    }

    private DatadogException(Failure failure, @Nullable String bucket, @Nullable Duration reset, boolean passing) {
        super(failure);
        this.bucket = bucket;
        this.reset = reset;
        this.passing = passing;
    }

    /** Makes the failure of a call that may well succeed when it is made again at once. */
    static DatadogException passing(Failure failure) {
        return new DatadogException(failure, null, null, true);
    }

    /**
     * Makes the failure of a call that a rate limit does not allow before {@code reset} has passed, if that is known.
     */
    static DatadogException limited(Failure failure, @Nullable String bucket, @Nullable Duration reset) {
        return new DatadogException(failure, bucket, reset, false);
    }

    /** Returns the name of the rate limit that is used up, for example {@code metrics_query}. */
    public Optional<String> bucket() {
        return Optional.ofNullable(bucket);
    }

    /** Returns how long the rate limit stays used up, counted from when this was thrown. */
    public Optional<Duration> reset() {
        return Optional.ofNullable(reset);
    }

    /** Whether trouble on the way or in Datadog is likely to be gone with the next attempt. */
    boolean isPassing() {
        return passing;
    }
}
