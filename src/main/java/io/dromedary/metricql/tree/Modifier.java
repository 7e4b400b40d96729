// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.List;

/**
 * What follows a query after a dot: {@code .as_count()}, {@code .rollup(sum, 60)}.
 *
 * @param name as written, known or not
 */
public record Modifier(String name, List<Argument> arguments) {

    public Modifier {
        arguments = List.copyOf(arguments);
    }
}
