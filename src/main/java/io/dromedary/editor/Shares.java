// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import java.util.EnumMap;
import java.util.List;

/** Cuts a list of items so that no kind pushes another one out: each has its share, what one leaves the first get. */
final class Shares {

    private Shares() {}

    /** Returns at most {@code limit} of the items, in their order. */
    static List<Item> of(List<Item> items, int limit) {
        var wanted = new EnumMap<ItemKind, Integer>(ItemKind.class);
        items.forEach(item -> wanted.merge(item.kind(), 1, Integer::sum));
        int share = limit / wanted.size();
        int left = limit
                - wanted.values().stream()
                        .mapToInt(count -> Math.min(count, share))
                        .sum();
        for (var entry : wanted.entrySet()) {
            int more = Math.min(left, Math.max(0, entry.getValue() - share));
            entry.setValue(Math.min(entry.getValue(), share) + more);
            left -= more;
        }
        return items.stream()
                .filter(item -> wanted.merge(item.kind(), -1, Integer::sum) >= 0)
                .toList();
    }
}
