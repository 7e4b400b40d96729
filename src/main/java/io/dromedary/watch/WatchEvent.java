// SPDX-License-Identifier: Apache-2.0
package io.dromedary.watch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A watch has crossed its threshold, or is back.
 *
 * @param since when the first answer on the new side came
 */
record WatchEvent(Watch watch, boolean breached, Reading reading, Instant since, Instant at) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /**
     * Returns it as a JSON object: {@code watch}, {@code state} (breached or recovered), {@code text}, {@code value},
     * {@code labels}, {@code above} or {@code below} with the threshold, {@code instance}, {@code query},
     * {@code since}, {@code at}.
     */
    String json() {
        var root = MAPPER.createObjectNode()
                .put("watch", watch.name())
                .put("state", breached ? "breached" : "recovered")
                .put("text", text())
                .put("value", reading.value())
                .put(watch.side().wireName(), watch.threshold())
                .put("instance", watch.instance())
                .put("query", watch.query())
                .put("since", since.toString())
                .put("at", at.toString());
        root.set("labels", MAPPER.valueToTree(reading.labels()));
        try {
            return MAPPER.writeValueAsString(root);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String text() {
        return watch.name() + (breached ? " is " : " is no longer ")
                + watch.side().wireName() + " "
                + watch.threshold() + ": " + reading.value()
                + (reading.labels().isEmpty() ? "" : " at " + reading.labels());
    }
}
