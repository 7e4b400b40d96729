// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.frame.DataLink;
import io.dromedary.frame.FieldConfig;
import io.dromedary.instance.Instance;
import io.dromedary.product.EventProduct;

/** Where the cells of an event lead: its page on the data source's Datadog site, and its trace. */
final class EventLinks {

    private final Instance instance;

    EventLinks(Instance instance) {
        this.instance = instance;
    }

    /** Returns how ids are shown; nothing leads anywhere where nobody knows Datadog's pages, or links are off. */
    FieldConfig event(EventProduct product) {
        var appUrl = instance.settings().appUrl();
        return appUrl == null
                ? FieldConfig.NONE
                : FieldConfig.linked(DataLink.to("Open in Datadog", appUrl + product.page()));
    }

    /** Returns how ids of traces are shown: they lead to the trace in this data source. */
    FieldConfig trace() {
        var query = new DataLink.InternalQuery(
                uid(), instance.name(), "{\"queryType\":\"trace\",\"traceId\":\"${__value.raw}\"}");
        return FieldConfig.linked(new DataLink("Show the trace", "", query));
    }

    /** Returns how addresses of web pages are shown. */
    static FieldConfig address() {
        return FieldConfig.linked(DataLink.to("Open", "${__value.raw}"));
    }

    /** Old Grafanas send no uid; Grafana finds the data source by its name then. */
    private String uid() {
        var id = instance.key().id();
        return id.startsWith("#") ? "" : id;
    }
}
