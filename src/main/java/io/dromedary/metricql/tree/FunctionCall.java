// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.List;
import java.util.stream.Stream;

/**
 * A function with its arguments, such as {@code top(avg:m{*}, 10, 'mean', 'desc')}.
 *
 * @param name as written, known or not
 */
public record FunctionCall(String name, List<Argument> arguments) implements Expression {

    public FunctionCall {
        arguments = List.copyOf(arguments);
    }

    @Override
    public List<Expression> children() {
        return arguments.stream().flatMap(FunctionCall::expressions).toList();
    }

    private static Stream<Expression> expressions(Argument argument) {
        if (argument instanceof Argument.Named named) {
            return expressions(named.value());
        }
        return argument instanceof Expression expression ? Stream.of(expression) : Stream.empty();
    }

    @Override
    public Expression withChildren(List<Expression> children) {
        var next = children.iterator();
        return new FunctionCall(
                name,
                arguments.stream()
                        .map(argument -> {
                            if (argument instanceof Argument.Named named && named.value() instanceof Expression) {
                                return new Argument.Named(named.name(), next.next());
                            }
                            return argument instanceof Expression ? next.next() : argument;
                        })
                        .toList());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.call(this);
    }
}
