// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.io.IOException;

/**
 * Thrown by a {@link ReplyReader} that meets an error inside a 2xx reply, as Datadog's query endpoints send it
 * ({@code errors} of v2 queries, {@code status} and {@code error} of v1). The caller sees a {@link DatadogException} of
 * status 400.
 */
public final class ReplyErrorException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param said what Datadog said, as it stands in the reply */
    public ReplyErrorException(String said) {
        super(said);
    }
}
