// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.metadata.MetricMetadata;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line about a metric: {@code rate, byte/second – Bytes sent}. */
final class MetricDetail {

    private MetricDetail() {}

    static String of(MetricMetadata metadata) {
        var unit = metadata.perUnit().isEmpty() ? metadata.unit() : metadata.unit() + "/" + metadata.perUnit();
        var kind = joined(", ", metadata.type(), unit);
        return joined(" – ", kind, metadata.description().replaceAll("\\s+", " "));
    }

    private static String joined(String separator, String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining(separator));
    }
}
