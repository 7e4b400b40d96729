// SPDX-License-Identifier: Apache-2.0
package io.dromedary.product;

/**
 * Paths of pages on Datadog's site, in which Grafana fills in an event's id, cells of its row and the dashboard's time
 * range.
 */
final class EventPages {

    private static final String EVENT = "event=${__value.raw:percentencode}";

    private EventPages() {}

    /** Returns the page of a product that opens an event by its id alone. */
    static String event(String path) {
        return path + "?" + EVENT;
    }

    /**
     * Returns the page of a product whose way to open an event is not documented: a list that holds it in any case.
     *
     * @param query search that finds the event, as it stands in an address
     */
    static String listed(String path, String query) {
        return path + "?query=" + query + "&" + EVENT + "&from_ts=${__from}&to_ts=${__to}&live=false";
    }

    /** Returns a condition of a search: what the cell of a column has. */
    static String has(String facet, String column) {
        return facet.replace("@", "%40") + "%3A%22${__data.fields." + column + ":percentencode}%22";
    }
}
