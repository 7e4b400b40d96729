// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import java.util.HexFormat;
import java.util.List;

/**
 * A visit of a page and all it set off.
 *
 * @param id unsigned 64 bits: the lower half of the trace id
 * @param clickedMs epoch milliseconds, when the visitor acted; the first span begins some milliseconds later
 * @param spans the first one is the root, each parent stands before its children
 */
public record Trace(long id, long clickedMs, Page page, Visitor visitor, List<Span> spans) {

    public Trace {
        spans = List.copyOf(spans);
    }

    public Span root() {
        return spans.get(0);
    }

    /** The trace id of 128 bits as 32 hexadecimal digits: seconds, zeros, then what spans call {@code trace_id}. */
    public String fullId() {
        return HexFormat.of().toHexDigits((clickedMs / 1000) << 32)
                + HexFormat.of().toHexDigits(id);
    }

    /** The number of the thing it is about: a product, an order. */
    public int subject() {
        return 1000 + (int) Long.remainderUnsigned(id, 9000);
    }

    /** A route with its parameter filled in. */
    public String path(String route) {
        return route.replace(":id", Integer.toString(subject()));
    }
}
