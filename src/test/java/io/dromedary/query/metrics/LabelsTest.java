// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void splitsAtTheFirstColonAndSorts() {
        assertThat(Labels.of(List.of("url:http://x", "env:", "host:a")))
                .containsExactly(Map.entry("env", ""), Map.entry("host", "a"), Map.entry("url", "http://x"));
    }

    @Test
    void joinsSeveralValuesOfAKeyWhateverTheirOrder() {
        assertThat(Labels.of(List.of("team:b", "team:a", "team:b")))
                .isEqualTo(Labels.of(List.of("team:a", "team:b")))
                .containsExactly(Map.entry("team", "a, b"));
    }

    @Test
    void keepsTagsWithoutAKey() {
        assertThat(Labels.of(List.of("canary", ":odd", ""))).containsExactly(Map.entry("tag", ", :odd, canary"));
    }

    @Test
    void sortsNumbersByTheirSizeAndBeforeTexts() {
        assertThat(Stream.of(
                                "100", "", "5xx", "9", "0.016", "N/A", "0.0125", "10", "5", "5.0", "web-2", "web-1",
                                ".5", "1.2.3")
                        .map(value -> Labels.of(List.of("env:prod", "size:" + value)))
                        .sorted(Labels::compare)
                        .map(labels -> labels.get("size")))
                .containsExactly(
                        "0.0125", "0.016", "5", "5.0", "9", "10", "100", "", ".5", "1.2.3", "5xx", "N/A", "web-1",
                        "web-2");
        assertThat(Labels.compare(Labels.of(List.of("a:2")), Labels.of(List.of("a:10", "b:1"))))
                .isNegative();
        assertThat(Labels.compare(Labels.of(List.of("a:2", "b:1")), Labels.of(List.of("a:2"))))
                .isPositive();
        assertThat(Labels.compare(Labels.of(List.of("a:2")), Labels.of(List.of("a:2"))))
                .isZero();
    }
}
