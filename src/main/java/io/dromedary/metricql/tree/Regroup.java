// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.List;

/**
 * A further layer of space aggregation over grouped results (Datadog's nested queries): {@code max(avg:m{*} by
 * {env,host}) by {env}}.
 *
 * @param aggregator avg, sum, min, max, count, stddev or a percentile such as p95
 * @param by tag keys, empty for one series of everything
 */
public record Regroup(String aggregator, Expression body, List<String> by) implements Expression {

    public Regroup {
        by = List.copyOf(by);
    }

    @Override
    public List<Expression> children() {
        return List.of(body);
    }

    @Override
    public Expression withChildren(List<Expression> children) {
        return new Regroup(aggregator, children.get(0), by);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.regroup(this);
    }
}
