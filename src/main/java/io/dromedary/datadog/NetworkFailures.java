// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import static io.dromedary.datadog.CallFailures.failure;

import com.fasterxml.jackson.core.io.JsonEOFException;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.TooLargeException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Says what went wrong between here and Datadog, or with a reply that is not what it claims to be. */
final class NetworkFailures {

    private static final int MAX_CAUSES = 10;

    private NetworkFailures() {}

    /** Returns the failure for what the connection, or the reader of the reply, has thrown. */
    static FailedException of(Exception thrown, DatadogCall call) {
        var known = Stream.iterate((Throwable) thrown, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(cause -> known(cause, call))
                .<FailedException>flatMap(Optional::stream)
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        if (thrown instanceof IOException) {
            return failure(
                    502,
                    "Datadog's answer could not be understood; check the URL of the data source, and any proxy before it",
                    call);
        }
        return new FailedException(
                Failure.bug("Dromedary could not handle Datadog's answer; please report this"), thrown);
    }

    private static Optional<? extends FailedException> known(Throwable cause, DatadogCall call) {
        var host = call.instance().settings().apiUrl().getHost();
        if (cause instanceof ReplyErrorException) {
            return Optional.of(failure(400, "Datadog rejected the request: " + cause.getMessage(), call));
        }
        if (cause instanceof ReplyTooLargeException) {
            var text = "Datadog's answer is too large (" + cause.getMessage()
                    + "); ask for fewer series or a shorter time range";
            return Optional.of(new TooLargeException(failure(502, text, call).failure()));
        }
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return Optional.of(CallFailures.cancelled());
        }
        return timeout(cause, host, call)
                .or(() -> unreachable(cause, host, call))
                .or(() -> brokenOff(cause, host, call));
    }

    private static Optional<DatadogException> timeout(Throwable cause, String host, DatadogCall call) {
        if (cause instanceof ConnectTimeoutException) {
            return Optional.of(CallFailures.unreachable(
                    504, "Cannot connect to " + host + " in time; check the network, firewall and proxy", call));
        }
        if (cause instanceof ConnectionRequestTimeoutException) {
            return Optional.of(failure(
                    504,
                    "All connections to " + host + " were busy; raise dromedary.datadog.max-connections-per-host",
                    call));
        }
        return cause instanceof SocketTimeoutException ? Optional.of(CallFailures.timedOut(call)) : Optional.empty();
    }

    private static Optional<DatadogException> unreachable(Throwable cause, String host, DatadogCall call) {
        if (cause instanceof UnknownHostException) {
            return Optional.of(CallFailures.unreachable(
                    502, "Cannot find the host " + host + "; check the site or URL of the data source, and DNS", call));
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return Optional.of(CallFailures.unreachable(
                    502, "Cannot connect to " + host + "; check the URL of the data source, firewall and proxy", call));
        }
        return TlsFailures.hint(cause)
                .map(hint -> CallFailures.unreachable(502, "No trusted connection to " + host + ": " + hint, call));
    }

    private static Optional<DatadogException> brokenOff(Throwable cause, String host, DatadogCall call) {
        if (cause instanceof SocketException
                || cause instanceof SSLException
                || cause instanceof NoHttpResponseException
                || cause instanceof ConnectionClosedException
                || cause instanceof TruncatedChunkException
                || cause instanceof JsonEOFException
                || cause instanceof EOFException) {
            var text = "The connection to " + host + " broke off before the answer was complete; try again";
            return Optional.of(CallFailures.brokenOff(502, text, call));
        }
        return Optional.empty();
    }
}
