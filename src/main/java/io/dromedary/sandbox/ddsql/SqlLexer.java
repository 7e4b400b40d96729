// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.ddsql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a statement into tokens. */
final class SqlLexer {

    private static final int MOST = 4_000;
    private static final Pattern TOKEN = Pattern.compile("\\s+|--[^\\n]*"
            + "|(?<text>'(?:[^']|'')*')"
            + "|(?<name>\"[^\"]+\"|[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)"
            + "|(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)"
            + "|(?<sign><=|>=|<>|!=|[-=<>(),*;])");

    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    /**
     * A part of a statement.
     *
     * @param text without quotes
     * @param quoted whether a name was quoted, and so is no keyword
     */
    record Token(Kind kind, String text, boolean quoted, int position) {

        boolean is(String word) {
            return kind == Kind.SIGN ? text.equals(word) : kind == Kind.NAME && !quoted && text.equalsIgnoreCase(word);
        }
    }

    private SqlLexer() {}

    static List<Token> tokens(String sql) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(sql);
        int at = 0;
        while (at < sql.length()) {
            matcher.region(at, sql.length());
            if (!matcher.lookingAt()) {
                throw new RefusedSqlException("unexpected character at position " + (at + 1));
            }
            add(tokens, matcher, at);
            at = matcher.end();
            if (tokens.size() > MOST) {
                throw new RefusedSqlException("the statement is too long");
            }
        }
        tokens.add(new Token(Kind.END, "", false, sql.length()));
        return tokens;
    }

    private static void add(List<Token> tokens, java.util.regex.Matcher matcher, int at) {
        String whole = matcher.group();
        if (matcher.group("text") != null) {
            tokens.add(
                    new Token(Kind.TEXT, whole.substring(1, whole.length() - 1).replace("''", "'"), true, at));
        } else if (matcher.group("name") != null) {
            tokens.add(new Token(Kind.NAME, whole.replace("\"", ""), whole.startsWith("\""), at));
        } else if (matcher.group("number") != null) {
            tokens.add(new Token(Kind.NUMBER, whole, false, at));
        } else if (matcher.group("sign") != null) {
            tokens.add(new Token(Kind.SIGN, whole.equals("<>") ? "!=" : whole, false, at));
        }
    }
}
