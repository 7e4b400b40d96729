// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.search;

import io.dromedary.sandbox.story.Event;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a search by recursive descent. Confined to one search. */
final class SearchParser {

    private static final int LONGEST = 8000;
    private static final int DEEPEST = 50;
    private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT");

    private final SearchText text;
    private final Facets facets;
    private int depth;

    SearchParser(String text, Facets facets) {
        if (text.length() > LONGEST) {
            throw new RefusedSearchException("query is longer than " + LONGEST + " characters", LONGEST);
        }
        this.text = new SearchText(text);
        this.facets = facets;
    }

    Predicate<Event> parse() {
        if (text.isAtEnd()) {
            return event -> true;
        }
        var all = alternatives(this::term);
        if (!text.isAtEnd()) {
            throw text.unexpected();
        }
        return all;
    }

    /** {@code a OR b c AND d}: a word beside another one means AND, which binds tighter than OR. */
    private Predicate<Event> alternatives(Supplier<Predicate<Event>> operand) {
        if (++depth > DEEPEST) {
            throw text.refused("query is nested too deeply");
        }
        var any = all(operand);
        while (text.takeKeyword("OR")) {
            any = any.or(all(operand));
        }
        depth--;
        return any;
    }

    private Predicate<Event> all(Supplier<Predicate<Event>> operand) {
        var all = negatable(operand);
        while (text.takeKeyword("AND") || text.hasMoreOfAnAnd()) {
            all = all.and(negatable(operand));
        }
        return all;
    }

    private Predicate<Event> negatable(Supplier<Predicate<Event>> operand) {
        boolean negated = false;
        while (text.takeKeyword("NOT") || text.takeMinus()) {
            negated = !negated;
        }
        var one = operand.get();
        return negated ? one.negate() : one;
    }

    private Predicate<Event> term() {
        if (text.take('(')) {
            return closed(this::term);
        }
        if (text.isAt('"')) {
            return Search.says(facets, text.quoted());
        }
        var word = text.word(true);
        if (text.takeColon()) {
            return value(word.text());
        }
        if (KEYWORDS.contains(word.text())) {
            throw text.refused("unexpected " + word.text());
        }
        if (text.isRightAt('(')) {
            throw text.refused("functions such as " + word.text() + "() are not supported");
        }
        return word.isStar() ? event -> true : Search.says(facets, word);
    }

    private Predicate<Event> closed(Supplier<Predicate<Event>> operand) {
        var inner = alternatives(operand);
        if (!text.take(')')) {
            throw text.refused("missing closing parenthesis");
        }
        return inner;
    }

    private Predicate<Event> value(String key) {
        if (text.isRightAt('(')) {
            text.take('(');
            return closed(() -> text.take('(') ? closed(() -> single(key)) : single(key));
        }
        return single(key);
    }

    private Predicate<Event> single(String key) {
        if (text.isAt('[') || text.isAt('{')) {
            return Search.within(facets, key, range());
        }
        var comparison = comparison();
        if (comparison != null) {
            return Search.within(facets, key, comparison.apply(text.word(false).text()));
        }
        return Search.has(facets, key, text.isAt('"') ? text.quoted() : text.word(false));
    }

    private @Nullable Function<String, Range> comparison() {
        if (text.take('>')) {
            boolean included = text.take('=');
            return bound -> new Range(bound, included, null, false);
        }
        if (text.take('<')) {
            boolean included = text.take('=');
            return bound -> new Range(null, false, bound, included);
        }
        return null;
    }

    private Range range() {
        boolean lowIncluded = text.take('[');
        if (!lowIncluded) {
            text.take('{');
        }
        String low = bound();
        if (!text.takeKeyword("TO")) {
            throw text.refused("a range is written [low TO high]");
        }
        String high = bound();
        boolean highIncluded = text.take(']');
        if (!highIncluded && !text.take('}')) {
            throw text.refused("missing end of range");
        }
        return new Range(star(low), lowIncluded, star(high), highIncluded);
    }

    private String bound() {
        return text.isAt('"') ? text.quoted().text() : text.word(false).text();
    }

    private static @Nullable String star(String bound) {
        return bound.equals("*") ? null : bound;
    }
}
