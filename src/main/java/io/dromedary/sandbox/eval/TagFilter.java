// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.Condition;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        String value = tag.value();
        return value == null ? tags -> false : has(tag.key(), text(value));
    }

    @Override
    public Predicate<Map<String, String>> not(Condition.Not not) {
        return of(not.operand()).negate();
    }

    @Override
    public Predicate<Map<String, String>> and(Condition.And and) {
        return and.parts().stream().map(TagFilter::of).reduce(tags -> true, Predicate::and);
    }

    @Override
    public Predicate<Map<String, String>> or(Condition.Or or) {
        return or.parts().stream().map(TagFilter::of).reduce(tags -> false, Predicate::or);
    }

    @Override
    public Predicate<Map<String, String>> in(Condition.In in) {
        Predicate<Map<String, String>> any =
                in.values().stream().map(value -> has(in.key(), text(value))).reduce(tags -> false, Predicate::or);
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

    private static Predicate<String> text(String written) {
        String value = written.toLowerCase(Locale.ROOT);
        if (value.indexOf('*') < 0) {
            return value::equals;
        }
        var pattern = Pattern.compile(
                Arrays.stream(value.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        return text -> pattern.matcher(text).matches();
    }
}
