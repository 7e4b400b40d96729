// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.synthetic;

import java.util.List;

/**
 * A visit to the shop that is made again and again.
 *
 * @param publicId three words of three letters, as Datadog makes them
 * @param type {@code api} or {@code browser}
 * @param service whose trouble makes it fail
 * @param everySeconds between two visits from one location
 * @param live false while it is paused
 * @param usualMs how long a visit takes on a calm day
 * @param monitorId of the monitor that tells when it fails
 */
public record SyntheticTest(
        String publicId,
        String name,
        String type,
        String service,
        String env,
        String url,
        int everySeconds,
        List<String> locations,
        boolean live,
        double usualMs,
        long monitorId) {

    public SyntheticTest {
        locations = List.copyOf(locations);
    }

    public boolean isBrowser() {
        return type.equals("browser");
    }
}
