// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import io.dromedary.call.Failure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a health check found.
 *
 * @param message a few sentences for the user
 * @param details texts, booleans, numbers and maps of them, to be written as a JSON object
 */
public record HealthReport(Status status, String message, Map<String, Object> details) {

    /** Whether dashboards would work. */
    public enum Status {
        OK,
        ERROR
    }

    public HealthReport {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Returns the report for a data source that could not even be asked, for example because of its settings. */
    public static HealthReport of(Failure failure) {
        return new HealthReport(Status.ERROR, failure.text(), Map.of("status", failure.status()));
    }
}
