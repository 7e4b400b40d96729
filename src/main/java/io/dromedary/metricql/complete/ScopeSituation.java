// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.complete;

import io.dromedary.metricql.complete.Situation.Kind;
import io.dromedary.metricql.syntax.Token;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may stand at a cursor inside braces. */
final class ScopeSituation {

    private static final List<String> JOINTS = List.of("and", "or", "not");

    private final SituationReader reader;
    private final Walk walk;

    ScopeSituation(SituationReader reader, Walk walk) {
        this.reader = reader;
        this.walk = walk;
    }

    /** @param token the word at the cursor, if there is one */
    Situation read(@Nullable Token token) {
        int cursor = reader.cursor();
        int from = token == null ? cursor : token.from();
        int to = token == null ? cursor : token.to();
        if (walk.opening().kind == Opening.Kind.GROUP) {
            boolean key = walk.next() == Walk.Next.GROUP || walk.next() == Walk.Next.FILTER;
            return plain(key ? Kind.GROUP_KEY : Kind.NOTHING, from, to);
        }
        return switch (walk.next()) {
            case FILTER -> token == null ? plain(Kind.TAG_KEY, from, to) : tag(token);
            case VALUE -> value(walk.key(), from, to);
            case FILTER_END -> plain(Kind.SCOPE_OPERATOR, from, to);
            default -> plain(Kind.NOTHING, from, to);
        };
    }

    /** Returns what a word is of which the cursor may be in the key or in the value. */
    private Situation tag(Token token) {
        int colon = token.text().indexOf(':');
        int place = token.from() + colon;
        if (colon < 0 || reader.cursor() <= place) {
            return plain(Kind.TAG_KEY, token.from(), colon < 0 ? token.to() : place);
        }
        return value(token.text().substring(0, colon), place + 1, token.to());
    }

    private Situation value(String key, int from, int to) {
        return situation(Kind.TAG_VALUE, from, to, key);
    }

    private Situation plain(Kind kind, int from, int to) {
        return situation(kind, from, to, "");
    }

    private Situation situation(Kind kind, int from, int to, String key) {
        var prefix = reader.text().substring(from, reader.cursor());
        boolean quoted = prefix.startsWith("\"") || prefix.startsWith("'");
        Set<Kind> kinds = EnumSet.of(kind);
        return reader.situation(kinds, from, to, quoted ? prefix.substring(1) : prefix, key, before());
    }

    /** Returns the filters left of the one at the cursor, without what joins them to it. */
    private String before() {
        if (walk.opening().kind == Opening.Kind.GROUP) {
            return "";
        }
        var start = walk.scopeStart();
        var written = reader.text().substring(start, Math.max(start, Math.min(walk.filterStart(), reader.cursor())));
        return withoutJoint(written.substring(0, unclosed(written)));
    }

    /** Returns where the first parenthesis begins that is not closed; the length when all are. */
    private static int unclosed(String text) {
        int depth = 0;
        int first = text.length();
        for (int i = text.length() - 1; i >= 0; i--) {
            depth += text.charAt(i) == ')' ? 1 : 0;
            if (text.charAt(i) == '(' && depth-- == 0) {
                depth = 0;
                first = i;
            }
        }
        return first;
    }

    private static String withoutJoint(String text) {
        int end = withoutSigns(text, text.length());
        while (end > 0) {
            int word = end;
            while (word > 0 && Character.isLetter(text.charAt(word - 1))) {
                word--;
            }
            boolean apart = word > 0 && " )\n\t".indexOf(text.charAt(word - 1)) >= 0;
            if (!apart || !JOINTS.contains(text.substring(word, end).toLowerCase(Locale.ROOT))) {
                break;
            }
            end = withoutSigns(text, word);
        }
        return text.substring(0, end).strip();
    }

    private static int withoutSigns(String text, int from) {
        int end = from;
        while (end > 0 && (text.charAt(end - 1) <= ' ' || ",!".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return end;
    }
}
