// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.autocomplete.Lookups;
import io.dromedary.call.FailedException;
import io.dromedary.instance.Instance;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceRequest;
import io.dromedary.search.SearchSituation;

/**
 * Reads {@code {"product":"logs","query":"service:w","cursor":9,"variables":["env"]}}. The cursor is an offset in
 * UTF-16 code units, the end of the text unless told; variables are optional. Stateless.
 */
public final class SearchCompletionReader {

    private final ResourceJson json;
    private final Lookups lookups;

    public SearchCompletionReader(ResourceJson json, Lookups lookups) {
        this.json = json;
        this.lookups = lookups;
    }

    /**
     * Reads what somebody typed of a search.
     *
     * @throws FailedException 400 or 413, with what to correct
     */
    public SearchCompletion read(ResourceRequest request, Instance instance) {
        var body = json.read(request);
        var product = Lookups.product(json.text(body, "product", 100));
        var text = json.text(body, "query", CompletionReader.MAX_TEXT);
        var situation = SearchSituation.at(text, CompletionReader.cursor(json, body, text));
        var lookup = situation.isValue()
                ? lookups.facetValues(instance, product, situation.facet())
                : lookups.facets(instance, product);
        return new SearchCompletion(instance, text, situation, CompletionReader.names(body, "variables"), lookup);
    }
}
