// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.language.Modifiers;
import io.dromedary.metricql.tree.Modifier;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code .as_count().rollup(sum, 60)}. */
final class ModifierParser {

    private final TokenReader reader;
    private final ArgumentParser arguments;

    ModifierParser(TokenReader reader, ArgumentParser arguments) {
        this.reader = reader;
        this.arguments = arguments;
    }

    List<Modifier> all() {
        var all = new ArrayList<Modifier>();
        while (begins()) {
            all.add(one());
        }
        return all;
    }

    private boolean begins() {
        if (reader.accept(TokenKind.DOT)) {
            return true;
        }
        boolean dotForgotten = reader.at(TokenKind.NAME, TokenKind.OPEN)
                && Modifiers.named(reader.peek().text()).isPresent();
        if (dotForgotten) {
            reader.expected(". before " + reader.peek().text());
        }
        return dotForgotten;
    }

    private Modifier one() {
        var name = reader.peek();
        if (!reader.accept(TokenKind.NAME)) {
            reader.expected("a modifier such as rollup(avg, 60)");
            return reader.spans().mark(new Modifier("", List.of()), name.span());
        }
        if (!reader.require(TokenKind.OPEN, "after ." + name.text())) {
            return reader.spans().mark(new Modifier(name.text(), List.of()), name.span());
        }
        var list = arguments.ofModifier(name.text());
        var modifier = new Modifier(name.text(), list.arguments());
        return reader.spans().mark(modifier, reader.since(name.from()), name.span(), list.spans());
    }
}
