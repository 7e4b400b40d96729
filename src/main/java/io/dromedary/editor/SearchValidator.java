// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.call.FailedException;
import io.dromedary.product.EventProduct;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceReply;
import io.dromedary.resource.ResourceRequest;
import io.dromedary.search.SearchParser;

/** Judges the searches of event-like products by their syntax. Thread-safe. */
public final class SearchValidator {

    private final ResourceJson json;

    public SearchValidator(ResourceJson json) {
        this.json = json;
    }

    /**
     * Returns whether a request's {@code queryType} is an event-like product.
     *
     * @throws FailedException 400 or 413, with what to correct
     */
    public boolean judges(ResourceRequest request) {
        return EventProduct.find(json.read(request).path("queryType").asText(""))
                .isPresent();
    }

    /**
     * Answers {@code {"query","queryType"}} with {@code {"problems":[{"from","to","severity","message"}]}}.
     *
     * @throws FailedException 400 or 413, with what to correct
     */
    public ResourceReply reply(ResourceRequest request) {
        var text = json.text(json.read(request), "query", CompletionReader.MAX_TEXT);
        var answer = json.object();
        ProblemJson.write(SearchParser.parse(text).problems(), answer.putArray("problems"));
        return json.reply(answer);
    }
}
