// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what a failed reply says, in all the shapes Datadog and the gateways before it use: a list of texts, a list of
 * JSON:API objects, one object under {@code error}, a Python literal inside a text, a web page, nothing at all.
 */
final class ErrorBody {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_TEXTS = 5;
    private static final int MAX_PLAIN = 200;
    private static final Set<String> ERROR_MEMBERS = Set.of("errors", "error", "error_details");

    /**
     * Events v2 sends {@code {'errors': [u"…"]}} as the text of an error (recording Search_events_returns_Bad_Request).
     */
    private static final Pattern PYTHON = Pattern.compile("^\\{'errors': \\[u?([\"'])(.*)\\1]}$", Pattern.DOTALL);

    /** Looks at each character once, whatever a page is made of. */
    private static final Pattern TITLE = Pattern.compile("<title[^<>]*>([^<]*)", Pattern.CASE_INSENSITIVE);

    private ErrorBody() {}

    /** Returns what the body says, as it stands there, empty if it says nothing. */
    static Optional<String> text(String body) {
        var trimmed = body.strip();
        if (trimmed.isEmpty()) {
            return Optional.empty();
        }
        if (trimmed.charAt(0) == '<') {
            return webPage(trimmed);
        }
        try {
            return join(texts(JSON.readTree(trimmed)));
        } catch (JsonProcessingException e) {
            return plain(trimmed);
        }
    }

    /**
     * Returns what a reply says that tells of errors and of nothing else, as it may come with a status of success;
     * empty if there is data in it.
     */
    static Optional<String> insteadOfData(JsonNode reply) {
        if (Stream.of("errors", "error").map(reply::path).noneMatch(held -> held.isTextual() || !held.isEmpty())) {
            return Optional.empty();
        }
        for (var member : reply.properties()) {
            if (!ERROR_MEMBERS.contains(member.getKey()) && !member.getValue().isEmpty()) {
                return Optional.empty();
            }
        }
        return join(texts(reply));
    }

    private static Optional<String> webPage(String html) {
        var title = TITLE.matcher(html);
        return title.find() ? Optional.of("web page \"" + title.group(1).strip() + "\"") : Optional.of("a web page");
    }

    /** A JSON reply that was cut short says nothing a user could read. */
    private static Optional<String> plain(String text) {
        if (text.charAt(0) == '{' || text.charAt(0) == '[') {
            return Optional.empty();
        }
        return Optional.of(text.length() <= MAX_PLAIN ? text : text.substring(0, MAX_PLAIN));
    }

    private static Optional<String> join(Stream<String> texts) {
        var joined = texts.map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(MAX_TEXTS)
                .collect(Collectors.joining("; "));
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }

    private static Stream<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return Stream.of(unwrap(node.textValue()));
        }
        if (node.isArray()) {
            return elements(node).stream().flatMap(ErrorBody::texts);
        }
        for (var holder : List.of("errors", "error")) {
            var held = node.path(holder);
            if (held.isTextual() || held.isContainerNode()) {
                return texts(held);
            }
        }
        return Stream.of(object(node));
    }

    private static String unwrap(String text) {
        var python = PYTHON.matcher(text);
        return python.matches() ? python.group(2) : text;
    }

    /** JSON:API leaves out any of its members, so whatever is there is used. */
    private static String object(JsonNode error) {
        var title = error.path("title").asText("");
        var detail = Stream.of("detail", "message", "error_message")
                .map(member -> error.path(member).asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        var text = title.isEmpty() || detail.isEmpty() ? title + detail : title + ": " + detail;
        if (text.isEmpty()) {
            text = error.path("code").asText("");
        }
        var at = Stream.of("parameter", "pointer", "header")
                .map(member -> error.path("source").path(member).asText(""))
                .filter(place -> !place.isEmpty())
                .findFirst();
        return at.isPresent() && !text.isEmpty() ? text + " (" + at.get() + ")" : text;
    }

    private static List<JsonNode> elements(JsonNode array) {
        var elements = new ArrayList<JsonNode>();
        array.forEach(elements::add);
        return elements;
    }
}
