// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.metricql.complete.Situation;
import java.util.Locale;

/** Kinds of items, in the order in which equally good matches are shown: those of which there are few come first. */
enum ItemKind {
    AGGREGATOR,
    FUNCTION,
    REFERENCE,
    KEYWORD,
    MODIFIER,
    ARGUMENT,
    OPERATOR,
    FACET,
    TAG_KEY,
    VARIABLE,
    TAG_VALUE,
    METRIC;

    /** Returns the name used in JSON: {@code tag-key}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ItemKind of(Situation.Kind kind) {
        return switch (kind) {
            case AGGREGATOR -> AGGREGATOR;
            case METRIC -> METRIC;
            case FUNCTION -> FUNCTION;
            case REFERENCE -> REFERENCE;
            case TAG_KEY, GROUP_KEY -> TAG_KEY;
            case TAG_VALUE -> TAG_VALUE;
            case SCOPE_OPERATOR, BY, NOTHING -> KEYWORD;
            case MODIFIER -> MODIFIER;
            case MODIFIER_ARGUMENT, FUNCTION_ARGUMENT -> ARGUMENT;
            case OPERATOR -> OPERATOR;
        };
    }
}
