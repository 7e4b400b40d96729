// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import java.util.List;
import java.util.Optional;

/**
 * A filter from outside the query, such as one of Grafana's ad-hoc filters.
 *
 * @param values one for most operators, any number for {@link Operator#ONE_OF} and {@link Operator#NOT_ONE_OF}
 */
public record Filter(String key, Operator operator, List<String> values) {

    /** How a tag is compared; {@link #sign} is how Grafana writes it. */
    public enum Operator {
        EQUALS("=", false),
        NOT_EQUALS("!=", true),
        ONE_OF("=|", false),
        NOT_ONE_OF("!=|", true),
        /** Wildcards, and of regular expressions what wildcards can say: {@code web-.*}, {@code a|b}. */
        MATCHES("=~", false),
        NOT_MATCHES("!~", true);

        private final String sign;
        private final boolean negated;

        Operator(String sign, boolean negated) {
            this.sign = sign;
            this.negated = negated;
        }

        public String sign() {
            return sign;
        }

        boolean negated() {
            return negated;
        }

        /** Returns the operator of a sign; nothing for those that tags do not have, such as {@code <}. */
        public static Optional<Operator> of(String sign) {
            return List.of(values()).stream()
                    .filter(one -> one.sign.equals(sign))
                    .findFirst();
        }
    }

    public Filter {
        values = List.copyOf(values);
    }
}
