// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.datadog.RateBudget.Bucket;
import java.time.Duration;

/** Says why a call failed: the one place that turns whatever was thrown into what the user reads. */
final class CallFailures {

    private CallFailures() {}

    static DatadogException cancelled() {
        return new DatadogException(Failure.cancelled());
    }

    static DatadogException timedOut(DatadogCall call) {
        return unreachable(
                504,
                "Datadog did not answer within "
                        + seconds(call.instance().settings().timeout())
                        + "; ask for less, or raise the timeout of the data source",
                call);
    }

    /** Datadog's own refusal is awaited no longer: it is known that the bucket is used up. */
    static DatadogException usedUp(Bucket bucket, Duration reset, DatadogCall call) {
        var named = bucket.name().equals(call.template()) ? "" : bucket.name();
        return StatusFailures.limited(named, reset, call);
    }

    /**
     * Returns the failure of a call that is not made, as those before reached nobody.
     *
     * @param text free of secrets
     * @param left time until another call may be made
     */
    static DatadogException leftAlone(String text, Duration left) {
        return DatadogException.limited(new Failure(503, Source.DOWNSTREAM, text), null, left);
    }

    static DatadogException ended(DatadogCall.Ending ending, DatadogCall call) {
        return switch (ending) {
            case CANCELLED -> cancelled();
            case TIMED_OUT -> timedOut(call);
        };
    }

    /** Returns what {@code thrown} means for the user; expected failures are passed on as they are. */
    static FailedException of(Exception thrown, DatadogCall call) {
        var ending = call.ending();
        if (ending != null) {
            return ended(ending, call);
        }
        if (thrown instanceof FailedException known) {
            return known instanceof DatadogException ? known : safe(known, call);
        }
        return NetworkFailures.of(thrown, call);
    }

    /** A reader of replies repeats what Datadog says, as it stands there. */
    private static FailedException safe(FailedException read, DatadogCall call) {
        var said = read.failure();
        var text = SafeText.of(said.text(), call.instance().settings());
        if (text.equals(said.text())) {
            return read;
        }
        var safe = new Failure(said.status(), said.source(), text);
        return read.getCause() == null ? new FailedException(safe) : new FailedException(safe, read.getCause());
    }

    static DatadogException failure(int status, String text, DatadogCall call) {
        return new DatadogException(safe(status, text, call));
    }

    static DatadogException unreachable(int status, String text, DatadogCall call) {
        return DatadogException.unreachable(safe(status, text, call));
    }

    static DatadogException brokenOff(int status, String text, DatadogCall call) {
        return DatadogException.brokenOff(safe(status, text, call));
    }

    private static Failure safe(int status, String text, DatadogCall call) {
        return new Failure(
                status, Source.DOWNSTREAM, SafeText.of(text, call.instance().settings()));
    }

    /** Example: {@code 30 s}, {@code 1.5 s}; rounded up where it is a wait. */
    static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis / 1000.0 + " s";
    }
}
