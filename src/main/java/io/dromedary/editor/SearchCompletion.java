// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.autocomplete.Lookup;
import io.dromedary.instance.Instance;
import io.dromedary.search.SearchSituation;
import java.util.List;

/**
 * What somebody typed of a search, and where the cursor is.
 *
 * @param variables names of the dashboard's variables
 * @param lookup what finds the facets, or the values of the facet at the cursor
 */
public record SearchCompletion(
        Instance instance, String text, SearchSituation situation, List<String> variables, Lookup lookup) {

    public SearchCompletion {
        variables = List.copyOf(variables);
    }

    /** Returns the lists that are needed. */
    public List<Lookup> lookups() {
        return List.of(lookup);
    }
}
