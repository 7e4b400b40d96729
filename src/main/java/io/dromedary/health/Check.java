// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of one thing that is watched, at the moment it is asked for.
 *
 * @param id unique among all checks, words joined by dashes: {@code instance-shop-keys}
 * @param group what it belongs to: {@code instance}, {@code door}, {@code remote} or {@code watch}
 * @param text one sentence for people, without secrets
 * @param details texts, numbers and booleans by name
 */
public record Check(String id, String group, State state, String text, Map<String, Object> details) {

    /** Whether it works. */
    public enum State {
        UP,
        DOWN,
        /** Not found out yet, or it cannot be told. */
        UNKNOWN
    }

    public Check {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Returns a check that is up or down. */
    public static Check of(String id, String group, boolean up, String text, Map<String, Object> details) {
        return new Check(id, group, up ? State.UP : State.DOWN, text, details);
    }
}
