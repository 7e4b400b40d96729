// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.Arithmetic;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Foreign;
import io.dromedary.metricql.tree.FunctionCall;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Missing;
import io.dromedary.metricql.tree.Modified;
import io.dromedary.metricql.tree.Modifier;
import io.dromedary.metricql.tree.Negation;
import io.dromedary.metricql.tree.NumberValue;
import io.dromedary.metricql.tree.Reference;
import io.dromedary.metricql.tree.Regroup;
import io.dromedary.metricql.tree.Rollup;
import io.dromedary.metricql.tree.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/** Gives an expression its lines. Confined to one call. */
final class Evaluator implements Expression.Visitor<Table> {

    /** Reads each point at its own time. */
    static final LongUnaryOperator UNSHIFTED = time -> time;

    private static final Map<String, TableFunction> FUNCTIONS = functions();

    private final MetricReader reader;
    private final Names names;
    private final LongUnaryOperator shift;

    /** What names in a formula stand for, read at other times if a shift says so. */
    interface Names {
        /** Nothing when no query has that name. */
        Optional<Table> named(String name, LongUnaryOperator shift);
    }

    Evaluator(MetricReader reader, Names names, LongUnaryOperator shift) {
        this.reader = reader;
        this.names = names;
        this.shift = shift;
    }

    private static Map<String, TableFunction> functions() {
        var all = new HashMap<String, TableFunction>();
        Stream.of(
                        ValueFunctions.all(),
                        RateFunctions.all(),
                        SmoothingFunctions.all(),
                        Ranking.all(),
                        TrendFunctions.all(),
                        BandFunctions.all())
                .forEach(all::putAll);
        return Map.copyOf(all);
    }

    @Override
    public Table query(MetricQuery query) {
        var table = reader.read(query, shift);
        boolean bucketed = false;
        for (var modifier : query.modifiers()) {
            boolean first = !bucketed && modifier.name().equals(Rollup.NAME);
            bucketed |= first;
            // the first rollup has made the buckets
            table = first ? table : modify(table, modifier);
        }
        return table;
    }

    @Override
    public Table number(NumberValue number) {
        return Table.constant(number.value());
    }

    @Override
    public Table arithmetic(Arithmetic arithmetic) {
        var result = arithmetic.first().accept(this);
        for (var step : arithmetic.rest()) {
            result = Joins.apply(step.operator(), result, step.operand().accept(this));
        }
        return result;
    }

    @Override
    public Table negation(Negation negation) {
        return negation.operand().accept(this).mapValues(value -> -value);
    }

    @Override
    public Table call(FunctionCall call) {
        var arguments = new Arguments(call.name(), call.arguments());
        var first = first(call);
        var moved = TimeShift.of(arguments);
        if (moved.isPresent()) {
            return first.accept(new Evaluator(reader, names, shift.andThen(moved.get())));
        }
        var table = first.accept(this);
        switch (call.name()) {
            case "pow" -> {
                return combined(call, table, Math::pow).in(Measure.NONE);
            }
            case "max" -> {
                return combined(call, table, Math::max);
            }
            case "min" -> {
                return combined(call, table, Math::min);
            }
            default -> {}
        }
        var function = FUNCTIONS.get(call.name());
        if (function == null) {
            throw new RefusedQueryException("unknown function: " + call.name());
        }
        return function.apply(table, arguments);
    }

    private static Expression first(FunctionCall call) {
        if (!call.arguments().isEmpty() && call.arguments().get(0) instanceof Expression expression) {
            return expression;
        }
        throw new RefusedQueryException("argument 1 of " + call.name() + "() must be a query");
    }

    private Table combined(FunctionCall call, Table first, DoubleBinaryOperator operation) {
        if (call.arguments().size() == 2 && call.arguments().get(1) instanceof Expression second) {
            return Joins.combine(first, second.accept(this), operation);
        }
        throw new RefusedQueryException(call.name() + "() takes two arguments");
    }

    @Override
    public Table regroup(Regroup regroup) {
        return Layers.regroup(regroup.body().accept(this), regroup.aggregator(), regroup.by());
    }

    @Override
    public Table modified(Modified modified) {
        var table = modified.body().accept(this);
        for (var modifier : modified.modifiers()) {
            table = modify(table, modifier);
        }
        return table;
    }

    private Table modify(Table table, Modifier modifier) {
        return switch (modifier.name()) {
            case "rollup" -> {
                var rollup = Rollup.from(modifier);
                yield Layers.rollup(table, rollup.orElseThrow(), reader.grid(rollup));
            }
            case "fill" -> Filling.fill(table, new Arguments("fill", modifier.arguments()));
            // a metric's own plan has seen to these
            case "as_count", "as_rate", "weighted" -> table;
            default -> throw new RefusedQueryException("unknown modifier: " + modifier.name());
        };
    }

    @Override
    public Table reference(Reference reference) {
        throw new RefusedQueryException("unknown query name: " + reference.refId());
    }

    /** No parser makes these. */
    @Override
    public Table foreign(Foreign foreign) {
        throw new RefusedQueryException("unknown query name: " + foreign.name());
    }

    /** The name of a query, or what nobody has replaced. */
    @Override
    public Table variable(Variable variable) {
        return names.named(variable.text(), shift)
                .orElseThrow(() -> new RefusedQueryException("unresolved template variable: " + variable.text()));
    }

    @Override
    public Table missing(Missing missing) {
        throw new RefusedQueryException("incomplete expression");
    }
}
