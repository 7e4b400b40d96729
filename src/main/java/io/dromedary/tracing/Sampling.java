// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which of the traces that begin here are kept. Those that came with a call are kept if the caller keeps them.
 *
 * @param number {@link Kind#SHARE} and {@link Kind#REMOTE}: the share of traces, 0 to 1; {@link Kind#RATE}: traces a
 *     second
 * @param remote whom {@link Kind#REMOTE} asks
 */
public record Sampling(Kind kind, double number, @Nullable URI remote) {

    public static final Sampling ALL = share(1);

    /** How it is decided. */
    public enum Kind {
        SHARE,
        RATE,
        /** As a server says that speaks Jaeger's protocol; by the share until it has said anything. */
        REMOTE
    }

    static Sampling share(double share) {
        return new Sampling(Kind.SHARE, Math.min(Math.max(share, 0), 1), null);
    }
}
