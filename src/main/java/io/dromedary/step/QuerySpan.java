// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.query.Answer;
import io.dromedary.query.QueryGroup;
import io.dromedary.tracing.CurrentSpan;
import io.dromedary.tracing.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** The span of a group of queries of one kind, part of what the exchange works for. */
final class QuerySpan {

    private final Span parent;
    private final Span span;

    private QuerySpan(Span parent, Span span) {
        this.parent = parent;
        this.span = span;
    }

    /** From here on the exchange works for it. */
    static QuerySpan begin(Exchange exchange, QueryGroup group) {
        var parent = CallVariables.span(exchange);
        var span = parent.child("query " + group.kind().wireName());
        if (span.isRecorded()) {
            span.set("dromedary.query_type", group.kind().wireName());
            span.set("dromedary.queries", group.queries().size());
            span.set("dromedary.instance", CallVariables.instance(exchange).name());
        }
        CallVariables.span(exchange, span);
        return new QuerySpan(parent, span);
    }

    CurrentSpan.Scope enter() {
        return CurrentSpan.enter(span);
    }

    /** Ends it with the answers that the exchange has, and goes on with what it is part of. */
    void end(Exchange exchange, AsyncCallback callback, boolean doneSync) {
        if (span.isRecorded()) {
            judge(exchange);
        }
        span.end();
        CallVariables.span(exchange, parent);
        try (var scope = CurrentSpan.enter(parent)) {
            callback.done(doneSync);
        }
    }

    /** It has failed if one of its queries has; who is to blame is told, the text is not. */
    private void judge(Exchange exchange) {
        if (exchange.getException() != null) {
            span.fail("plugin");
        } else if (exchange.getMessage().getBody() instanceof List<?> answers) {
            var failed = answers.stream()
                    .filter(answer -> answer instanceof Answer one && one.failure() != null)
                    .map(answer -> ((Answer) answer).failure())
                    .toList();
            if (!failed.isEmpty()) {
                span.set("dromedary.failed_queries", failed.size());
                span.fail(failed.stream()
                        .map(failure -> failure.source().wireName())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(",")));
            }
        }
    }
}
