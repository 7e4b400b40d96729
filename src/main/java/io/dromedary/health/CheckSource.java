// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import java.util.List;

/** Whoever knows how something is. Asked often, by load balancers too: answers from memory, at once. */
@FunctionalInterface
public interface CheckSource {

    /** Returns what is known now; the same ids each time, as long as nothing is configured anew. */
    List<Check> checks();
}
