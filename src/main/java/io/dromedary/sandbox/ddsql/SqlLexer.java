// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.ddsql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a statement into tokens. */
final class SqlLexer {

    private static final int MOST = 4_000;
    private static final Pattern TOKEN = Pattern.compile("\\s+|--[^\\n]*"
            // no group is repeated: each turn of one would take a piece of the stack
            + "|(?<text>'[^']*')"
            + "|(?<name>\"[^\"]+\"|[A-Za-z_][A-Za-z0-9_.]*(?<!\\.))"
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
            boolean afterText =
                    !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == Kind.TEXT;
            add(tokens, matcher, afterText && sql.charAt(at - 1) == '\'', at);
            at = matcher.end();
            if (tokens.size() > MOST) {
                throw new RefusedSqlException("the statement is too long");
            }
        }
        tokens.add(new Token(Kind.END, "", false, sql.length()));
        return tokens;
    }

    private static void add(List<Token> tokens, Matcher matcher, boolean goesOn, int at) {
        String whole = matcher.group();
        if (matcher.group("text") != null) {
            text(tokens, whole.substring(1, whole.length() - 1), goesOn, at);
        } else if (matcher.group("name") != null) {
            tokens.add(new Token(Kind.NAME, whole.replace("\"", ""), whole.startsWith("\""), at));
        } else if (matcher.group("number") != null) {
            tokens.add(new Token(Kind.NUMBER, whole, false, at));
        } else if (matcher.group("sign") != null) {
            tokens.add(new Token(Kind.SIGN, whole.equals("<>") ? "!=" : whole, false, at));
        }
    }

    /** Two texts without anything between them are one that holds a quote. */
    private static void text(List<Token> tokens, String text, boolean goesOn, int at) {
        int last = tokens.size() - 1;
        if (goesOn) {
            var before = tokens.get(last);
            tokens.set(last, new Token(Kind.TEXT, before.text() + "'" + text, true, before.position()));
        } else {
            tokens.add(new Token(Kind.TEXT, text, true, at));
        }
    }
}
