// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.autocomplete.Lookup;
import io.dromedary.instance.Instance;
import io.dromedary.metricql.complete.Situation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody typed and where the cursor is.
 *
 * @param refIds other queries of the panel, which this one may refer to
 * @param variables names of the dashboard's variables
 * @param metrics what finds the metrics, when one may stand at the cursor
 * @param tags what finds the tags, when one may stand at the cursor and the metric is written
 */
public record Completion(
        Instance instance,
        String text,
        Situation situation,
        List<String> refIds,
        List<String> variables,
        Optional<Lookup> metrics,
        Optional<Lookup> tags) {

    public Completion {
        refIds = List.copyOf(refIds);
        variables = List.copyOf(variables);
    }

    /** Returns the lists that are needed. */
    public List<Lookup> lookups() {
        return Stream.of(metrics, tags).flatMap(Optional::stream).toList();
    }
}
