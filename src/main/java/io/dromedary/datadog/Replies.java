// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the wanted value out of a reply while it arrives, or the error it stands for. The connection is free afterwards
 * in every case: for the next call if the reply was read to its end, closed otherwise. Thread-safe.
 */
public final class Replies {

    private static final int MAX_ERROR_BYTES = 64 * 1024;

    /** What may follow the value: line breaks, the end marks of chunks and of gzip. */
    private static final int MAX_REST_BYTES = 8 * 1024;

    private final RateBudget budget;
    private final long maxBytes;

    /** @param maxBytes most bytes accepted of a reply, after unpacking */
    public Replies(RateBudget budget, long maxBytes) {
        this.budget = budget;
        this.maxBytes = maxBytes;
    }

    /**
     * Reads the reply by the request's reader.
     *
     * @throws DatadogException if the reply is an error
     * @throws IOException if it breaks off, is too large, or is not what the reader expects
     */
    public @Nullable Object read(DatadogCall call, Reply reply) throws IOException {
        call.answered();
        boolean isDone = false;
        var body = new LimitedStream(reply.body(), maxBytes);
        try {
            var limit = RateLimit.from(reply).orUsedUpIf(reply.status() == 429);
            budget.learn(call, limit);
            if (!reply.isSuccess()) {
                var said = errorText(body);
                isDone = isAtEnd(body);
                throw StatusFailures.of(reply.status(), said, limit, call);
            }
            refuseWebPage(reply, call);
            var value = call.request().reader().read(body);
            isDone = isAtEnd(body);
            return value;
        } finally {
            release(call, reply.body(), isDone);
        }
    }

    private static void refuseWebPage(Reply reply, DatadogCall call) {
        var isWebPage = reply.header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("html"))
                .isPresent();
        if (isWebPage) {
            throw CallFailures.failure(
                    502,
                    "A web page came back where Datadog's API was expected; check the site or URL of the data source,"
                            + " and any proxy before it",
                    call);
        }
    }

    /** An error that cannot be read in full is still an error: its status says enough. */
    private static Optional<String> errorText(InputStream body) {
        var bytes = new ByteArrayOutputStream();
        try {
            bytes.write(body.readNBytes(MAX_ERROR_BYTES));
        } catch (IOException e) {
            return Optional.empty();
        }
        return ErrorBody.text(bytes.toString(StandardCharsets.UTF_8));
    }

    /** Looks past the value for the end of the reply, but not for long: the sender decides what follows. */
    private static boolean isAtEnd(InputStream body) {
        var rest = new byte[256];
        try {
            for (int seen = 0; seen < MAX_REST_BYTES; ) {
                int read = body.read(rest);
                if (read < 0) {
                    return true;
                }
                seen += read;
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** Closing an HTTP body reads the rest of it, which may never end; so what is not wanted is broken off first. */
    private static void release(DatadogCall call, InputStream body, boolean isDone) {
        if (!isDone) {
            call.abort();
        }
        try {
            body.close();
        } catch (IOException e) {
            call.abort();
        }
    }
}
