// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import io.dromedary.frame.Frame;
import java.util.List;

/**
 * What can be wanted of a product.
 *
 * @param source where the rows come from
 * @param search how the search text and ad-hoc filters reach Datadog
 * @param columns none where they are found in the rows
 * @param needsIds whether the query must tell which ones
 * @param frames makes the answer
 */
record ListMode(
        String name,
        ListSource source,
        ListSearch search,
        List<ListColumn> columns,
        boolean needsIds,
        FrameMaker frames) {

    /** Makes frames of what was read. */
    @FunctionalInterface
    interface FrameMaker {
        /** @param parts what was read for each id, or the only part there is; none of them failed */
        List<Frame> make(ListQuery query, List<ListPart> parts);
    }

    ListMode {
        columns = List.copyOf(columns);
    }

    static ListMode table(String name, ListSource source, ListSearch search, ListColumn... columns) {
        return new ListMode(name, source, search, List.of(columns), source.perId(), TableFrames::make);
    }

    ListMode withIds() {
        return new ListMode(name, source, search, columns, true, frames);
    }

    /** Returns another mode that reads the same and shows it in another way. */
    ListMode as(String other, FrameMaker maker) {
        return new ListMode(other, source, search, columns, needsIds, maker);
    }
}
