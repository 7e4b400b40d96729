// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.ddsql;

import io.dromedary.sandbox.ddsql.SqlLexer.Kind;
import java.util.ArrayList;
import java.util.Set;

/** Reads what stands behind {@code WHERE}. */
final class ConditionParser {

    private static final int DEEPEST = 50;
    private static final Set<String> SIGNS = Set.of("=", "!=", "<", "<=", ">", ">=");

    private final TokenReader reader;
    private int depth;

    ConditionParser(TokenReader reader) {
        this.reader = reader;
    }

    Condition any() {
        var found = all();
        while (reader.skip("OR")) {
            found = found.or(all());
        }
        return found;
    }

    private Condition all() {
        var found = one();
        while (reader.skip("AND")) {
            found = found.and(one());
        }
        return found;
    }

    private Condition one() {
        if (++depth > DEEPEST) {
            throw new RefusedSqlException("the condition is nested too deep");
        }
        try {
            if (reader.skip("NOT")) {
                return one().not();
            }
            if (reader.skip("(")) {
                var inner = any();
                reader.expect(")");
                return inner;
            }
            return comparison(reader.name());
        } finally {
            depth--;
        }
    }

    private Condition comparison(String column) {
        if (reader.skip("IS")) {
            boolean not = reader.skip("NOT");
            reader.expect("NULL");
            return not ? Condition.isNull(column).not() : Condition.isNull(column);
        }
        boolean not = reader.skip("NOT");
        if (reader.skip("IN")) {
            var in = in(column);
            return not ? in.not() : in;
        }
        boolean anyCase = reader.skip("ILIKE");
        if (anyCase || reader.skip("LIKE")) {
            var like = Condition.like(column, reader.literal().toString(), anyCase);
            return not ? like.not() : like;
        }
        var sign = reader.peek();
        if (not || sign.kind() != Kind.SIGN || !SIGNS.contains(sign.text())) {
            throw reader.unexpected("=, !=, <, <=, >, >=, LIKE, IN or IS NULL is expected");
        }
        reader.next();
        return Condition.compare(column, sign.text(), reader.literal());
    }

    private Condition in(String column) {
        reader.expect("(");
        var literals = new ArrayList<Object>();
        do {
            literals.add(reader.literal());
        } while (reader.skip(","));
        reader.expect(")");
        return Condition.in(column, literals);
    }
}
