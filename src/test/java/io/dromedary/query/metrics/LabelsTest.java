// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
}
