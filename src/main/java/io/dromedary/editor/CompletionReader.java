// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.autocomplete.Lookup;
import io.dromedary.autocomplete.Lookups;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.instance.Instance;
import io.dromedary.metricql.complete.Situation;
import io.dromedary.metricql.complete.Situation.Kind;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code {"query":"avg:sys","cursor":7,"refIds":["B"],"variables":["host"]}}. The cursor is an offset in UTF-16
 * code units, the end of the text unless told; the lists are optional. Stateless.
 */
public final class CompletionReader {

    /** As long as a query that is run may be. */
    static final int MAX_TEXT = 65_536;

    private static final int MAX_NAMES = 1_000;

    private final ResourceJson json;
    private final Lookups lookups;

    public CompletionReader(ResourceJson json, Lookups lookups) {
        this.json = json;
        this.lookups = lookups;
    }

    /**
     * Reads what somebody typed of a metric query.
     *
     * @throws FailedException 400 or 413, with what to correct
     */
    public Completion read(ResourceRequest request, Instance instance) {
        var body = json.read(request);
        var text = json.text(body, "query", MAX_TEXT);
        var situation = Situation.at(text, cursor(json, body, text));
        return new Completion(
                instance,
                text,
                situation,
                names(body, "refIds"),
                names(body, "variables"),
                situation.is(Kind.METRIC) ? Optional.of(lookups.allMetrics(instance)) : Optional.empty(),
                tags(situation, instance));
    }

    static int cursor(ResourceJson json, ObjectNode body, String text) {
        long cursor = json.number(body, "cursor", text.length());
        if (cursor < 0 || cursor > text.length()) {
            throw bad("Member \"cursor\" must be from 0 to " + text.length() + ", the length of the query");
        }
        return (int) cursor;
    }

    private Optional<Lookup> tags(Situation situation, Instance instance) {
        boolean wanted = situation.is(Kind.TAG_KEY) || situation.is(Kind.TAG_VALUE) || situation.is(Kind.GROUP_KEY);
        return wanted ? lookups.allTags(instance, situation.metric()) : Optional.empty();
    }

    static List<String> names(JsonNode body, String name) {
        var list = body.path(name);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MAX_NAMES) {
            throw bad("Member \"" + name + "\" must be a list of at most " + MAX_NAMES + " names");
        }
        var names = new ArrayList<String>();
        for (var one : list) {
            if (!one.isTextual()) {
                throw bad("Member \"" + name + "\" must hold texts only");
            }
            names.add(one.asText());
        }
        return names;
    }

    private static FailedException bad(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
