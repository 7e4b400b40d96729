// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads single values out of {@code jsonData}. What is null or blank counts as left out; unknown members are ignored.
 */
final class OpenSettings {

    private static final ObjectReader READER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .reader();

    private final JsonNode root;

    private OpenSettings(JsonNode root) {
        this.root = root;
    }

    /** @throws SettingsException if it is not JSON, not an object, or holds a key that belongs among the secrets */
    static OpenSettings parse(byte[] jsonData) {
        var root = tree(jsonData);
        if (!root.isObject() && !root.isNull() && !root.isMissingNode()) {
            throw new SettingsException("jsonData must be a JSON object like {\"site\":\"datadoghq.eu\"}");
        }
        for (var secret : Option.secrets()) {
            if (!root.path(secret.key()).asText("").isBlank()) {
                throw new SettingsException("Move " + secret.key() + " from jsonData to " + secret.fullName()
                        + ": jsonData is readable by everybody who sees the data source. Then make a new key");
            }
        }
        return new OpenSettings(root);
    }

    private static JsonNode tree(byte[] jsonData) {
        try {
            return READER.readTree(jsonData);
        } catch (IOException e) {
            // the parser's message quotes the text, which may hold a misplaced key
            throw new SettingsException(
                    "jsonData is not valid JSON. Save the data source again, or mend its provisioning");
        }
    }

    /** Returns a text without outer whitespace. */
    Optional<String> text(Option option) {
        var node = root.path(option.key());
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw new SettingsException(option.fullName() + " must be a text in quotes");
        }
        if (node.textValue().contains("{{")) {
            throw SettingsException.unresolved(option);
        }
        return Optional.of(node.textValue().strip()).filter(text -> !text.isEmpty());
    }

    /** Returns a number or numeric text as it is written. */
    Optional<String> number(Option option) {
        var node = root.path(option.key());
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual() && !node.isNumber()) {
            throw new SettingsException(option.fullName() + " must be a number");
        }
        return Optional.of(node.asText().strip()).filter(text -> !text.isEmpty());
    }

    /** Returns one of a few words, whose names are those of {@code type} in any case. */
    <E extends Enum<E>> Optional<E> word(Option option, Class<E> type) {
        var node = root.path(option.key());
        var written = node.isContainerNode() ? "?" : node.asText("").strip();
        if (node.isNull() || written.isEmpty()) {
            return Optional.empty();
        }
        var words = Arrays.asList(type.getEnumConstants());
        return Optional.of(words.stream()
                .filter(word -> word.name().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> new SettingsException(option.fullName() + " must be "
                        + words.stream()
                                .map(word -> word.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" or ")))));
    }

    /** Returns a switch, off when left out; the texts {@code true} and {@code false} count too. */
    boolean flag(Option option) {
        return flag(option, false);
    }

    /** @param fallback what leaving it out means */
    boolean flag(Option option, boolean fallback) {
        var node = root.path(option.key());
        var text = node.isMissingNode() || node.isNull() ? "" : node.asText("?").strip();
        return switch (node.isContainerNode() ? "?" : text) {
            case "true" -> true;
            case "false" -> false;
            case "" -> fallback;
            default -> throw new SettingsException(option.fullName() + " must be true or false");
        };
    }
}
