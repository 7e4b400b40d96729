// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import java.util.List;

/** Looks every full minute how what a monitor watches is. */
interface Watch {

    long MINUTE_MS = 60_000;

    /**
     * The states of each group.
     *
     * @param fromMs a full minute, epoch milliseconds
     * @param toMs a full minute, exclusive, less than a day later
     */
    List<Timeline> over(long fromMs, long toMs);
}
