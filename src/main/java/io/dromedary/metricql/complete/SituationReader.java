// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.complete;

import io.dromedary.metricql.complete.Situation.Kind;
import io.dromedary.metricql.language.Function;
import io.dromedary.metricql.language.Functions;
import io.dromedary.metricql.language.Parameter;
import io.dromedary.metricql.syntax.Lexer;
import io.dromedary.metricql.syntax.Token;
import io.dromedary.metricql.syntax.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the token at the cursor, walks to it, and tells what may stand there. */
final class SituationReader {

    private static final Set<Kind> OPERAND = EnumSet.of(Kind.AGGREGATOR, Kind.METRIC, Kind.FUNCTION, Kind.REFERENCE);
    private static final Set<Kind> NOTHING = EnumSet.of(Kind.NOTHING);
    private static final Set<TokenKind> WORDS = EnumSet.of(
            TokenKind.NAME,
            TokenKind.WORD,
            TokenKind.NUMBER,
            TokenKind.LENGTH,
            TokenKind.QUOTED,
            TokenKind.REFERENCE,
            // a dollar sign before its name is written
            TokenKind.UNKNOWN);

    private final String text;
    private final int cursor;
    private final List<Token> tokens;
    private final Walk walk = new Walk();

    SituationReader(String text, int cursor) {
        this.text = text;
        this.cursor = cursor;
        tokens = Lexer.lex(text).tokens();
    }

    Situation read() {
        int at = 0;
        int end = 0;
        while (isBefore(tokens.get(at))) {
            end = tokens.get(at).to();
            walk.go(tokens.get(at++));
        }
        var token = tokens.get(at);
        boolean typed = token.from() < cursor && WORDS.contains(token.kind());
        if (!typed && isComment(text.substring(Math.min(end, cursor), cursor))) {
            return situation(NOTHING, cursor, cursor, "");
        }
        if (walk.opening().isBraces()) {
            return new ScopeSituation(this, walk).read(typed ? token : null);
        }
        return typed ? typed(token, tokens.get(Math.min(at + 1, tokens.size() - 1))) : untyped();
    }

    /** Returns whether a token is left of the cursor; a word that ends at the cursor is still being typed. */
    private boolean isBefore(Token token) {
        return token.kind() != TokenKind.END && (token.to() < cursor || (token.to() == cursor && !isOpen(token)));
    }

    private boolean isOpen(Token token) {
        boolean closedText = token.kind() == TokenKind.QUOTED
                && token.text().length() > 1
                && token.text().charAt(token.text().length() - 1)
                        == token.text().charAt(0);
        return WORDS.contains(token.kind()) && !closedText;
    }

    private static boolean isComment(String gap) {
        int line = gap.lastIndexOf("//");
        int block = gap.lastIndexOf("/*");
        return (line >= 0 && gap.indexOf('\n', line) < 0) || (block >= 0 && gap.indexOf("*/", block) < 0);
    }

    private Situation untyped() {
        return situation(kinds(), cursor, cursor, "");
    }

    private Set<Kind> kinds() {
        return switch (walk.next()) {
            case OPERAND -> operandKinds();
            case METRIC -> EnumSet.of(Kind.METRIC);
            case QUERY_END -> EnumSet.of(Kind.BY, Kind.MODIFIER, Kind.OPERATOR);
            case OPERAND_END -> isArgument() ? NOTHING : EnumSet.of(Kind.MODIFIER, Kind.OPERATOR);
            case MODIFIER -> EnumSet.of(Kind.MODIFIER);
            case NAME_END, MODIFIER_END, GROUP, FILTER, FILTER_END, VALUE, IN_LIST, NOTHING -> NOTHING;
        };
    }

    private boolean isArgument() {
        return walk.opening().kind == Opening.Kind.MODIFIER;
    }

    private Set<Kind> operandKinds() {
        var opening = walk.opening();
        if (opening.kind == Opening.Kind.MODIFIER) {
            return EnumSet.of(Kind.MODIFIER_ARGUMENT);
        }
        if (opening.kind != Opening.Kind.FUNCTION) {
            return OPERAND;
        }
        var parameter = Functions.named(opening.name)
                .map(Function::positional)
                .filter(list -> opening.index < list.size())
                .map(list -> list.get(opening.index).kind())
                .orElse(opening.index == 0 ? Parameter.Kind.QUERY : Parameter.Kind.TEXT);
        boolean query = parameter == Parameter.Kind.QUERY || parameter == Parameter.Kind.NUMBER_OR_QUERY;
        return query && opening.argument.isEmpty() ? OPERAND : EnumSet.of(Kind.FUNCTION_ARGUMENT);
    }

    private Situation typed(Token token, Token after) {
        var written = token.text().substring(0, cursor - token.from());
        return switch (token.kind()) {
            case QUOTED -> quoted(token, written);
            case NAME -> situation(narrowed(token, after), token.from(), token.to(), written);
            case REFERENCE -> situation(EnumSet.of(Kind.REFERENCE), token.from(), token.to(), written);
            case UNKNOWN -> unknown(token, written);
            default ->
                situation(
                        walk.opening().isCall() && walk.next() == Walk.Next.OPERAND ? operandKinds() : NOTHING,
                        token.from(),
                        token.to(),
                        written);
        };
    }

    private Situation unknown(Token token, String written) {
        boolean reference = token.text().equals("$") && walk.next() == Walk.Next.OPERAND;
        var kinds = reference ? EnumSet.of(Kind.REFERENCE) : NOTHING;
        return situation(kinds, token.from(), token.to(), written);
    }

    /** Returns what a name can be, seen what stands behind it. */
    private Set<Kind> narrowed(Token token, Token after) {
        var kinds = kinds();
        if (!kinds.equals(OPERAND)) {
            return kinds;
        }
        if (token.text().startsWith("$") || token.text().startsWith("[[")) {
            return EnumSet.of(Kind.REFERENCE);
        }
        return switch (after.kind()) {
            case COLON -> EnumSet.of(Kind.AGGREGATOR);
            case OPEN -> EnumSet.of(Kind.FUNCTION);
            case OPEN_BRACE -> EnumSet.of(Kind.METRIC);
            default -> kinds;
        };
    }

    /** A text in quotes: replaced up to the end of the word, for one without an end may have run into what follows. */
    private Situation quoted(Token token, String written) {
        int to = cursor;
        while (to < token.to() && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '_')) {
            to++;
        }
        boolean argument = walk.opening().isCall() && walk.next() == Walk.Next.OPERAND;
        return situation(argument ? operandKinds() : NOTHING, token.from() + 1, to, written.substring(1));
    }

    Situation situation(Set<Kind> kinds, int from, int to, String prefix) {
        return situation(kinds, from, to, prefix, walk.opening().argument, "");
    }

    Situation situation(Set<Kind> kinds, int from, int to, String prefix, String key, String scope) {
        var opening = walk.opening();
        var owner = opening.isCall() ? opening.name : "";
        return new Situation(kinds, prefix, from, to, walk.metric(), key, scope, owner, opening.index);
    }

    int cursor() {
        return cursor;
    }

    String text() {
        return text;
    }
}
