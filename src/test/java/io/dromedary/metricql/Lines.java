// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Tables of test cases, one a line, from {@code src/test/resources/metricql}; {@code \\n} in them is a line break. */
public final class Lines {

    private Lines() {}

    public static List<String> of(String file) {
        try (var in = Objects.requireNonNull(Lines.class.getResourceAsStream("/metricql/" + file), file)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.replace("\\n", "\n"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Real-life queries, all good. */
    public static List<String> valid() {
        return of("valid.txt");
    }
}
