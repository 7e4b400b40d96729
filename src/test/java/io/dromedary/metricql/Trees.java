// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql;

import io.dromedary.metricql.tree.Aggregator;
import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.Arithmetic;
import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.FunctionCall;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Modified;
import io.dromedary.metricql.tree.Modifier;
import io.dromedary.metricql.tree.Negation;
import io.dromedary.metricql.tree.NumberValue;
import io.dromedary.metricql.tree.Operator;
import io.dromedary.metricql.tree.Reference;
import io.dromedary.metricql.tree.Regroup;
import io.dromedary.metricql.tree.Scope;
import io.dromedary.metricql.tree.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random trees, as the parser could have made them. */
public final class Trees {

    private static final String VALUE_CHARS = "abcXYZ019_-./@:*äß=+&&||%#[]$'\"\\,(){}! ";
    private static final int DEEPEST = 5;

    private final Random random;

    private Trees(Random random) {
        this.random = random;
    }

    public static Arbitrary<Expression> expressions() {
        return Arbitraries.randomValue(random -> new Trees(random).expression(0));
    }

    public static Arbitrary<MetricQuery> queries() {
        return Arbitraries.randomValue(random -> new Trees(random).query());
    }

    private Expression expression(int depth) {
        int kind = random.nextInt(depth < DEEPEST ? 11 : 5);
        return switch (kind) {
            case 0, 1 -> query();
            case 2 -> number();
            case 3 -> new Reference(any("A", "B", "AB", "C1", "slow", "errors_total", "Ab"));
            case 4 -> new Variable(any("$factor", "${factor:raw}", "[[factor]]"));
            case 5, 6 -> new Arithmetic(expression(depth + 1), steps(depth + 1));
            case 7 -> Negation.of(expression(depth + 1));
            case 8 -> new FunctionCall(any("abs", "top", "unknown"), arguments(depth + 1));
            case 9 -> new Regroup(any("avg", "max", "stddev", "p95"), expression(depth + 1), keys());
            default -> Modified.of(expression(depth + 1), some(1, 2, this::modifier));
        };
    }

    private NumberValue number() {
        double value =
                random.nextBoolean() ? random.nextInt(200_000) - 100_000 : Double.longBitsToDouble(random.nextLong());
        return new NumberValue(Double.isFinite(value) ? value + 0.0 : 0.0);
    }

    private List<Arithmetic.Step> steps(int depth) {
        boolean tight = random.nextBoolean();
        return some(1, 3, () -> {
            var operator = tight ? any(Operator.TIMES, Operator.DIVIDE) : any(Operator.PLUS, Operator.MINUS);
            return new Arithmetic.Step(operator, expression(depth));
        });
    }

    private List<Argument> arguments(int depth) {
        var arguments = new ArrayList<Argument>();
        arguments.add(expression(depth));
        arguments.addAll(some(0, 3, () -> switch (random.nextInt(4)) {
            case 0 -> expression(depth);
            case 1 -> new Argument.Text(text("abc 12'\"\\%,()", 0));
            case 2 -> new Argument.Word(any("mean", "desc", "12am"));
            default -> new Argument.Named(any("interval", "direction"), expression(depth));
        }));
        return arguments;
    }

    private MetricQuery query() {
        return new MetricQuery(
                random.nextInt(5) == 0 ? null : any(Aggregator.of("avg"), Aggregator.of("p99.9"), threshold()),
                any("system.cpu.user", "a", "trace.web.request", "$metric", "shop.${team:raw}.depth", "x_y.z1"),
                new Scope(any(Scope.Style.values()), condition(0)),
                keys(),
                some(0, 2, this::modifier));
    }

    private Aggregator threshold() {
        return new Aggregator(
                "count", new Aggregator.Threshold("v", any("<", "<=", ">", ">=", "="), random.nextInt(9) - 4));
    }

    private List<String> keys() {
        return some(0, 3, () -> any("host", "env", "availability-zone", "$group", "@http.status", "N/A"));
    }

    private Modifier modifier() {
        return switch (random.nextInt(4)) {
            case 0 -> new Modifier("as_count", List.of());
            case 1 ->
                new Modifier("rollup", List.of(new Argument.Word("sum"), new NumberValue(1.0 + random.nextInt(9000))));
            case 2 -> new Modifier("fill", List.of(new Argument.Word("zero")));
            default -> new Modifier("unknown", List.of(new Argument.Text("x y")));
        };
    }

    private Condition condition(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 8 : 4)) {
            case 0 -> new Condition.Everything();
            case 1, 2 -> new Condition.Tag(key(), random.nextInt(10) == 0 ? null : value());
            case 3 -> new Condition.In(key(), some(1, 3, this::value), random.nextBoolean());
            case 4 -> new Condition.Not(condition(depth + 1));
            case 5, 6 -> new Condition.And(some(2, 3, () -> condition(depth + 1)));
            default -> new Condition.Or(some(2, 3, () -> condition(depth + 1)));
        };
    }

    private String key() {
        return any(
                "env",
                "host",
                "kube_namespace",
                "availability-zone",
                "@http.url",
                "$scope",
                "and",
                "a=b",
                "IN",
                "a:b",
                "a b");
    }

    private String value() {
        return random.nextBoolean()
                ? any(
                        "prod",
                        "web-*",
                        "*",
                        "${env:csv}",
                        "[[x]]",
                        "$a.value",
                        "//x",
                        "/* x",
                        "or",
                        "10.0.0.1:80",
                        "N/A")
                : text(VALUE_CHARS, 1);
    }

    private String text(String characters, int shortest) {
        var text = new StringBuilder();
        for (int length = shortest + random.nextInt(8); length > 0; length--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    @SafeVarargs
    private final <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> List<T> some(int least, int most, Supplier<T> one) {
        var all = new ArrayList<T>();
        for (int count = least + random.nextInt(most - least + 1); count > 0; count--) {
            all.add(one.get());
        }
        return all;
    }
}
