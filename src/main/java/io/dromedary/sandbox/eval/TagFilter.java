// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.Condition;
import io.dromedary.sandbox.text.Glob;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Turns a scope into a test of tags. Case does not matter, {@code *} stands for any text. */
public final class TagFilter implements Condition.Visitor<Predicate<Map<String, String>>> {

    private TagFilter() {}

    public static Predicate<Map<String, String>> of(Condition condition) {
        return condition.accept(new TagFilter());
    }

    @Override
    public Predicate<Map<String, String>> everything(Condition.Everything everything) {
        return tags -> true;
    }

    @Override
    public Predicate<Map<String, String>> tag(Condition.Tag tag) {
        if (tag.value() == null) {
            return tags -> false;
        }
        String value = tag.value().toLowerCase(Locale.ROOT);
        return has(tag.key(), own -> Glob.matches(value, own));
    }

    @Override
    public Predicate<Map<String, String>> not(Condition.Not not) {
        return of(not.operand()).negate();
    }

    @Override
    public Predicate<Map<String, String>> and(Condition.And and) {
        var all = and.parts().stream().map(TagFilter::of).toList();
        return tags -> all.stream().allMatch(one -> one.test(tags));
    }

    @Override
    public Predicate<Map<String, String>> or(Condition.Or or) {
        var any = or.parts().stream().map(TagFilter::of).toList();
        return tags -> any.stream().anyMatch(one -> one.test(tags));
    }

    @Override
    public Predicate<Map<String, String>> in(Condition.In in) {
        var values = in.values().stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .toList();
        var any = has(in.key(), own -> values.stream().anyMatch(value -> Glob.matches(value, own)));
        return in.negated() ? any.negate() : any;
    }

    @Override
    public Predicate<Map<String, String>> absent(Condition.Absent absent) {
        throw new RefusedQueryException("a metric query needs a scope, such as {*}");
    }

    private static Predicate<Map<String, String>> has(String key, Predicate<String> test) {
        String name = key.toLowerCase(Locale.ROOT);
        return tags -> {
            String value = tags.get(name);
            return value != null && test.test(value.toLowerCase(Locale.ROOT));
        };
    }
}
