// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.sandbox.events.EventIds;
import io.dromedary.sandbox.events.EventSearch;
import io.dromedary.sandbox.events.Position;
import io.dromedary.sandbox.events.Product;
import io.dromedary.sandbox.story.Event;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page of events. A page with events has a cursor, even when it is the last one: recordings. CI goes on to
 * give cursors with pages without events, the others do not.
 */
record EventPageJson(EventSearch search, EventSearch.Page page) implements Json.Text {

    @Override
    public void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("data");
        for (var event : page.events()) {
            write(out, search.product(), event);
        }
        out.writeEndArray();
        out.writeObjectFieldStart("meta");
        EventMeta.write(out, search.product().ordinal(), page.partial());
        var after = after();
        if (after != null) {
            out.writeObjectFieldStart("page");
            out.writeStringField("after", EventIds.cursor(after));
            out.writeEndObject();
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private @Nullable Position after() {
        boolean ci = search.product() == Product.CI_PIPELINES || search.product() == Product.CI_TESTS;
        if (page.next() != null || !ci) {
            return page.next();
        }
        // a place further on, as fresh as Datadog's
        var after = search.after();
        long ms = search.newestFirst() ? search.fromMs() : search.toMs();
        return new Position(ms, after == null ? 0 : after.key() + 1);
    }

    static void write(JsonGenerator out, Product product, Event event) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", EventIds.of(event));
        out.writeStringField("type", product.type());
        out.writeFieldName("attributes");
        Tree.write(out, event.content());
        out.writeEndObject();
    }
}
