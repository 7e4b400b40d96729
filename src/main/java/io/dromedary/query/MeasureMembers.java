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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes the members that Datadog wants out of those that are saved: variables replaced, filters added. Confined to one
 * query.
 */
final class MeasureMembers {

    private static final int MAX_TEXT = 10_000;
    private static final int MAX_TEXTS = 100;
    private static final String EVERYTHING = "*";

    private final MeasureType type;
    private final Map<String, VariableValue> variables;
    private final Replacement replacement;
    private final ObjectNode wire = JsonNodeFactory.instance.objectNode();
    private final Set<String> ids = new LinkedHashSet<>();
    private boolean all;

    MeasureMembers(MeasureType type, Map<String, VariableValue> variables) {
        this.type = type;
        this.variables = variables;
        replacement = new Replacement(variables);
    }

    /**
     * What a query asks.
     *
     * @param wire the members by their wire names
     * @param ids of what is asked about, one by one; empty where the members say it
     * @param all whether everything there is is asked about, too
     */
    record Members(ObjectNode wire, List<String> ids, boolean all) {}

    /**
     * Returns the members.
     *
     * @throws FailedException with status 400 and what to correct
     */
    Members of(JsonNode saved, List<Filter> filters) {
        for (var member : type.members()) {
            add(member, saved.path(member.saved()));
        }
        filters.forEach(this::add);
        return new Members(wire, List.copyOf(ids), all);
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
            case IDS -> choose(member, texts(member, value));
            case SEARCH -> wire.put(member.wire(), search(text(member, value)));
            case KEYS -> put(member, replacement.keys(texts(member, value)));
            case FILTERS -> put(member, narrowing(texts(member, value)));
            case FLAG -> wire.put(member.wire(), flag(member, value));
            case WHOLE -> wire.put(member.wire(), whole(member, value));
        }
    }

    /**
     * What is written down as one value is a member like any other; a variable is one of several even with one value.
     */
    private void choose(Member member, List<String> texts) {
        if (texts.size() == 1
                && VariableText.all(texts.get(0)).isEmpty()
                && !texts.get(0).equals(EVERYTHING)) {
            wire.put(member.wire(), texts.get(0));
            return;
        }
        for (var text : texts) {
            var values = VariableText.all(text).stream()
                    .map(found -> variables.get(found.name()))
                    .toList();
            if (text.equals(EVERYTHING) || values.stream().anyMatch(value -> value != null && value.all())) {
                all = true;
            } else if (values.stream().anyMatch(Objects::isNull)) {
                throw refused("The variable in \"" + member.saved() + "\" has no value here; choose one on the"
                        + " dashboard, and in alert rules write the id itself");
            } else {
                ids.addAll(VariableTexts.each(text, variables));
            }
        }
        if (ids.isEmpty() && !all) {
            throw refused("The query names no " + member.saved() + "; choose up to " + Query.Slos.MAX);
        }
        if (ids.size() > Query.Slos.MAX) {
            throw refused(
                    "There are " + ids.size() + " of \"" + member.saved() + "\"; choose at most " + Query.Slos.MAX);
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
                .filter(member -> (member.form() == Form.TEXT || member.form() == Form.IDS)
                        && member.wire().equals(filter.key()))
                .findFirst();
        var filters = type.filters();
        if (own.isPresent() && isOneValue(filter)) {
            wire.put(filter.key(), filter.values().get(0));
            if (own.get().form() == Form.IDS) {
                ids.clear();
                all = false;
            }
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
