// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter on tags, or several with operators between them. */
public sealed interface Condition {

    /** Returns the conditions directly inside this one. */
    default List<Condition> parts() {
        return List.of();
    }

    /** Returns whether only words can say it: {@code OR}, {@code IN}. */
    default boolean needsWords() {
        return parts().stream().anyMatch(Condition::needsWords);
    }

    /** Returns whether it holds an operator, in symbols or words. */
    default boolean hasOperator() {
        return true;
    }

    /** Returns what the visitor makes of a condition of this kind. */
    <R> R accept(Visitor<R> visitor);

    /** {@code *}. */
    record Everything() implements Condition {
        @Override
        public boolean hasOperator() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.everything(this);
        }
    }

    /**
     * {@code key:value}, or a tag without a value.
     *
     * @param value may hold wildcards and variables; null for a tag that is a word alone, empty while not written yet
     */
    record Tag(String key, @Nullable String value) implements Condition {
        @Override
        public boolean hasOperator() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tag(this);
        }
    }

    /** {@code !x} or {@code NOT x}. */
    record Not(Condition operand) implements Condition {
        @Override
        public List<Condition> parts() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** {@code a,b} or {@code a AND b}; two parts or more, none of them an And. */
    record And(List<Condition> parts) implements Condition {
        public And {
            var flat = new ArrayList<Condition>();
            for (var part : parts) {
                flat.addAll(part instanceof And inner ? inner.parts : List.of(part));
            }
            parts = List.copyOf(flat);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }
    }

    /** {@code a OR b}; two parts or more, none of them an Or. */
    record Or(List<Condition> parts) implements Condition {
        public Or {
            var flat = new ArrayList<Condition>();
            for (var part : parts) {
                flat.addAll(part instanceof Or inner ? inner.parts : List.of(part));
            }
            parts = List.copyOf(flat);
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(this);
        }
    }

    /** {@code key IN (a,b)}, or {@code key NOT IN (a,b)}; values may hold wildcards and variables. */
    record In(String key, List<String> values, boolean negated) implements Condition {
        public In {
            values = List.copyOf(values);
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.in(this);
        }
    }

    /** Where a filter should be and is not. Only in the tree of a text with a problem. */
    record Absent() implements Condition {
        @Override
        public boolean hasOperator() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.absent(this);
        }
    }

    /** One answer for each kind of condition. */
    interface Visitor<R> {
        R everything(Everything everything);

        R tag(Tag tag);

        R not(Not not);

        R and(And and);

        R or(Or or);

        R in(In in);

        R absent(Absent absent);
    }
}
