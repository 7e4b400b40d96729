// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.language;

import java.util.List;

/**
 * A place between the parentheses of a function or modifier.
 *
 * @param name for the signature; for {@link Need#BY_NAME} what stands before the equals sign
 * @param choices what to offer; of texts and words all that may stand there, empty for anything
 * @param older words of former days, which Datadog takes still
 */
public record Parameter(String name, Kind kind, Need need, List<String> choices, List<String> older) {

    /** What may stand there. */
    public enum Kind {
        /** Anything that has values over time. */
        QUERY,
        NUMBER,
        /** A number, or anything that has values over time. */
        NUMBER_OR_QUERY,
        /** A text in quotes; a bare word is taken too. */
        TEXT,
        /** A text in quotes, or a bare word or number, that may be another one than the choices. */
        EXAMPLE,
        /** A bare word; a text in quotes is taken too. */
        WORD,
        /** A bare word or a number. */
        WORD_OR_NUMBER,
        /** A text that counts days, weeks or months back: {@code '-1d'}; the choices are examples. */
        SHIFT,
        /** A text that names a time zone. */
        ZONE
    }

    /** Whether it has to be there, and how it is given. */
    public enum Need {
        REQUIRED,
        OPTIONAL,
        /** Optional, and only as {@code name=value} after the others. */
        BY_NAME
    }

    public Parameter {
        choices = List.copyOf(choices);
        older = List.copyOf(older);
    }

    Parameter(String name, Kind kind, Need need, List<String> choices) {
        this(name, kind, need, choices, List.of());
    }

    static Parameter query() {
        return new Parameter("query", Kind.QUERY, Need.REQUIRED, List.of());
    }

    /** @param usual to offer; any other number may stand there, too */
    static Parameter number(String name, String... usual) {
        return new Parameter(name, Kind.NUMBER, Need.REQUIRED, List.of(usual));
    }

    static Parameter text(String name, String... choices) {
        return new Parameter(name, Kind.TEXT, Need.REQUIRED, List.of(choices));
    }

    /** @param usual to offer; of a {@link Kind#TEXT} all that may stand there */
    static Parameter named(String name, Kind kind, String... usual) {
        return new Parameter(name, kind, Need.BY_NAME, List.of(usual));
    }

    Parameter optional() {
        return new Parameter(name, kind, Need.OPTIONAL, choices, older);
    }

    Parameter formerly(String... words) {
        return new Parameter(name, kind, need, choices, List.of(words));
    }

    /** Returns whether a text is among the choices; yes when there are none. */
    public boolean allows(String text) {
        return choices.isEmpty() || choices.contains(text) || older.contains(text);
    }

    /** Returns whether what stands there is written in quotes. */
    public boolean isQuoted() {
        return kind == Kind.TEXT || kind == Kind.EXAMPLE || kind == Kind.SHIFT || kind == Kind.ZONE;
    }

    /** Returns how a signature shows it. */
    @Override
    public String toString() {
        return switch (need) {
            case REQUIRED -> name;
            case OPTIONAL -> "[" + name + "]";
            case BY_NAME -> "[" + name + "=…]";
        };
    }
}
