// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.frame.Field;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.frame.Visualisation;
import io.dromedary.product.EventColumn;
import io.dromedary.product.EventColumn.Kind;
import io.dromedary.product.EventProduct;
import java.util.ArrayList;
import java.util.List;

/** Events as a table: time, the product's columns, those the query asks for, tags, id. */
final class EventTable implements EventRows {

    private final EventProduct product;
    private final TimeRows times = new TimeRows();
    private final List<EventCells> columns = new ArrayList<>();
    private long bytes;

    /** @param wanted attributes to show beside the product's columns */
    EventTable(EventProduct product, List<String> wanted, EventLinks links) {
        this.product = product;
        product.columns().forEach(column -> columns.add(new EventCells(column, product, links)));
        wanted.stream()
                .map(name -> new EventColumn(name, Kind.ANY, List.of(name)))
                .forEach(column -> columns.add(new EventCells(column, product, links)));
        columns.add(new EventCells(new EventColumn("tags", Kind.TAGS, List.of()), product, links));
        columns.add(new EventCells(new EventColumn("id", Kind.ID, List.of()), product, links));
    }

    @Override
    public void add(Event event) {
        times.add(EventTime.nanos(event.first(product.times())));
        for (var column : columns) {
            bytes += column.add(event);
        }
    }

    @Override
    public long sizeBytes() {
        return bytes;
    }

    @Override
    public Frame frame(String refId, String executed, List<Notice> notices) {
        var fields = new ArrayList<Field>();
        fields.add(times.field("time"));
        columns.forEach(column -> fields.add(column.field()));
        return new Frame("", refId, new FrameMeta(FrameType.TABLE, executed, notices, Visualisation.TABLE), fields);
    }
}
