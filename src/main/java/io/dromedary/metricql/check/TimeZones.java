// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.check;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Names of time zones. */
final class TimeZones {

    private TimeZones() {}

    static boolean isKnown(String name) {
        try {
            return !ZoneId.of(name).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
