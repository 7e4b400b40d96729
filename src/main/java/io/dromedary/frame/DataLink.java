// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import org.jspecify.annotations.Nullable;

/**
 * Where a click on a cell leads.
 *
 * @param title what the menu shows
 * @param url address, in which Grafana replaces {@code ${__value.raw}} and {@code ${__data.fields.name}}; empty for a
 *     query
 * @param query the query it opens instead, null for an address
 */
public record DataLink(String title, String url, @Nullable InternalQuery query) {

    /**
     * A query of a data source.
     *
     * @param json the saved query: a JSON object, with the same replacements
     */
    public record InternalQuery(String datasourceUid, String datasourceName, String json) {}

    /** Returns a link to an address, which opens in a tab of its own. */
    public static DataLink to(String title, String url) {
        return new DataLink(title, url, null);
    }
}
