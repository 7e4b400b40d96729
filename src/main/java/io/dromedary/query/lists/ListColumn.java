// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import io.dromedary.query.CellKind;
import java.util.List;

/**
 * A column of a table.
 *
 * @param path where the value is in a row: member names joined with dots; {@code >name} follows a JSON:API relationship
 *     into {@code included}, {@code name[]} goes on in each element of a list, {@code *} takes what is in all members,
 *     an empty path is the row itself. Several paths separated by bars are tried in order
 * @param unit Grafana's id of the unit, empty if there is none
 * @param link path of Datadog's page for the row, in which Grafana replaces {@code ${__value.raw}} and
 *     {@code ${__data.fields.<column>}}; empty for none
 */
record ListColumn(String name, String path, CellKind kind, String unit, String link) {

    static ListColumn text(String name, String path) {
        return of(name, path, CellKind.TEXT);
    }

    static ListColumn number(String name, String path, String unit) {
        return new ListColumn(name, path, CellKind.NUMBER, unit, "");
    }

    static ListColumn time(String name, String path, CellKind kind) {
        return of(name, path, kind);
    }

    static ListColumn flag(String name, String path) {
        return of(name, path, CellKind.FLAG);
    }

    static ListColumn list(String name, String path) {
        return of(name, path, CellKind.LIST);
    }

    static ListColumn of(String name, String path, CellKind kind) {
        return new ListColumn(name, path, kind, "", "");
    }

    /** Returns the column with a link on each of its cells. */
    ListColumn linked(String page) {
        return new ListColumn(name, path, kind, unit, page);
    }

    List<String> paths() {
        return List.of(path.split("\\|", -1));
    }
}
