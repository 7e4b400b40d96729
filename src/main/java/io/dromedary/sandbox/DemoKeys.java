// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

/**
 * The keys the sandbox takes when it is asked by URL. They open nothing else: as long as Datadog's, but made of letters
 * that no real key has.
 */
public final class DemoKeys {

    /** For the header {@code DD-API-KEY}. */
    public static final String API_KEY = "dromedary-sandbox-demo-api-key-1";

    /** For the header {@code DD-APPLICATION-KEY}. */
    public static final String APP_KEY = "dromedary-sandbox-demo-application-key-1";

    private DemoKeys() {}
}
