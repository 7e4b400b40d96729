// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.refused;
import static io.dromedary.query.SavedWords.shown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.call.FailedException;
import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.change.Replacement;
import io.dromedary.metricql.change.VariableValue;
import io.dromedary.metricql.tree.VariableText;
import io.dromedary.query.MeasureType.Form;
import io.dromedary.query.MeasureType.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the members that Datadog wants out of those that are saved: variables replaced, filters added. Confined to one
 * query.
 */
final class MeasureMembers {

    private static final int MAX_TEXT = 10_000;
    private static final int MAX_TEXTS = 100;

    private final MeasureType type;
    private final Map<String, VariableValue> variables;
    private final Replacement replacement;
    private final ObjectNode wire = JsonNodeFactory.instance.objectNode();

    MeasureMembers(MeasureType type, Map<String, VariableValue> variables) {
        this.type = type;
        this.variables = variables;
        replacement = new Replacement(variables);
    }

    /**
     * Returns the members by their wire names.
     *
     * @throws FailedException with status 400 and what to correct
     */
    ObjectNode of(JsonNode saved, List<Filter> filters) {
        for (var member : type.members()) {
            add(member, saved.path(member.saved()));
        }
        filters.forEach(this::add);
        return wire;
    }

    private void add(Member member, JsonNode value) {
        boolean absent = value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank());
        if (absent) {
            if (member.required()) {
                throw refused("The query names no " + member.saved() + "; choose one");
            }
            return;
        }
        switch (member.form()) {
            case TEXT -> wire.put(member.wire(), replacement.single(text(member, value), "\"" + member.saved() + "\""));
            case SEARCH -> wire.put(member.wire(), search(text(member, value)));
            case KEYS -> put(member, replacement.keys(texts(member, value)));
            case FILTERS -> put(member, narrowing(texts(member, value)));
            case FLAG -> wire.put(member.wire(), flag(member, value));
            case WHOLE -> wire.put(member.wire(), whole(member, value));
        }
    }

    private void put(Member member, List<String> texts) {
        var array = wire.putArray(member.wire());
        texts.forEach(array::add);
    }

    private static String text(Member member, JsonNode value) {
        if (!value.isValueNode() || value.asText().length() > MAX_TEXT) {
            throw refused(
                    "The value of \"" + member.saved() + "\" must be a text of at most " + MAX_TEXT + " characters");
        }
        return value.asText().strip();
    }

    private static List<String> texts(Member member, JsonNode value) {
        var texts = new ArrayList<String>();
        if (value.isArray()) {
            value.forEach(one -> texts.add(text(member, one)));
        } else {
            texts.add(text(member, value));
        }
        if (texts.size() > MAX_TEXTS) {
            throw refused("There are more than " + MAX_TEXTS + " of \"" + member.saved() + "\"; use fewer");
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }

    /** All filters apply, so a variable with everything chosen drops its own. */
    private List<String> narrowing(List<String> filters) {
        return filters.stream()
                .filter(filter -> VariableText.all(filter).stream()
                        .map(found -> variables.get(found.name()))
                        .noneMatch(value ->
                                value != null && (value.all() || value.values().isEmpty())))
                .map(filter -> replacement.single(filter, "a tag filter"))
                .toList();
    }

    private String search(String text) {
        return VariableText.replace(text, name -> {
            var value = variables.get(name);
            if (value == null || value.all() || value.values().isEmpty()) {
                return value == null ? "$" + name : "*";
            }
            return value.values().size() == 1 ? value.values().get(0) : "(" + String.join(" OR ", value.values()) + ")";
        });
    }

    private static boolean flag(Member member, JsonNode value) {
        if (!value.isBoolean()) {
            throw refused("The value of \"" + member.saved() + "\" must be true or false");
        }
        return value.asBoolean();
    }

    private static int whole(Member member, JsonNode value) {
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.asInt() < 1) {
            throw refused("The value of \"" + member.saved() + "\" must be a whole number of at least 1");
        }
        return value.asInt();
    }

    /** A filter on a member of its own sets that; any other goes where the data source takes filters. */
    private void add(Filter filter) {
        var own = type.members().stream()
                .filter(member -> member.form() == Form.TEXT && member.wire().equals(filter.key()))
                .findFirst();
        var filters = type.filters();
        if (own.isPresent() && isOneValue(filter)) {
            wire.put(filter.key(), filter.values().get(0));
        } else if (filters != null) {
            narrow(filters, filter);
        } else {
            throw refused("A query of type " + type.queryType() + " cannot be filtered by " + shown(filter.key())
                    + "; remove the filter, or use = with one value on one of its own members");
        }
    }

    private static boolean isOneValue(Filter filter) {
        return filter.operator() == Filter.Operator.EQUALS && filter.values().size() == 1;
    }

    private void narrow(String member, Filter filter) {
        var value =
                filter.values().size() == 1 ? filter.values().get(0) : "(" + String.join(" OR ", filter.values()) + ")";
        var sign = switch (filter.operator()) {
            case EQUALS, ONE_OF, MATCHES -> "";
            case NOT_EQUALS, NOT_ONE_OF, NOT_MATCHES -> "-";
        };
        var text = sign + filter.key() + ":" + value;
        if (type.members().stream().anyMatch(one -> one.wire().equals(member) && one.form() == Form.FILTERS)) {
            wire.withArray(member).add(text);
        } else {
            wire.put(member, (wire.path(member).asText("") + " " + text).strip());
        }
    }
}
