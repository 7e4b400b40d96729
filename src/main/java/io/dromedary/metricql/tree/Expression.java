// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.List;

/** Anything that has a value for each point in time: a metric query, a number, or something made of them. */
public sealed interface Expression extends Argument
        permits MetricQuery,
                NumberValue,
                Arithmetic,
                Negation,
                FunctionCall,
                Regroup,
                Modified,
                Reference,
                Foreign,
                Variable,
                Missing {

    /** Returns the expressions directly inside this one, in the order of the text; most kinds have none. */
    default List<Expression> children() {
        return List.of();
    }

    /**
     * Returns this expression over other children; one without any stays as it is.
     *
     * @param children as many as {@link #children()} has, in its order
     */
    default Expression withChildren(List<Expression> children) {
        return this;
    }

    /** Returns what the visitor makes of an expression of this kind. */
    <R> R accept(Visitor<R> visitor);

    /** One answer for each kind of expression. */
    interface Visitor<R> {
        R query(MetricQuery query);

        R number(NumberValue number);

        R arithmetic(Arithmetic arithmetic);

        R negation(Negation negation);

        R call(FunctionCall call);

        R regroup(Regroup regroup);

        R modified(Modified modified);

        R reference(Reference reference);

        R foreign(Foreign foreign);

        R variable(Variable variable);

        R missing(Missing missing);
    }
}
