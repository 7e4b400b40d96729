// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import io.dromedary.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A population that costs to find, remembered for the windows asked last: queries of one request ask for the same. */
final class RememberedPopulation implements Population {

    private static final int WINDOWS = 4;

    /** Some hundred bytes each. */
    private static final int MOST_MEMBERS = 2_000;

    private final Population found;
    private final Map<Key, List<Member>> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Member>> eldest) {
            return size() > WINDOWS;
        }
    };

    private record Key(World world, long fromMs, long toMs) {}

    RememberedPopulation(Population found) {
        this.found = found;
    }

    @Override
    public List<Member> in(World world, long fromMs, long toMs) {
        var key = new Key(world, fromMs, toMs);
        synchronized (kept) {
            var members = kept.get(key);
            if (members != null) {
                return members;
            }
        }
        var members = found.in(world, fromMs, toMs);
        if (members.size() <= MOST_MEMBERS) {
            synchronized (kept) {
                kept.put(key, members);
            }
        }
        return members;
    }
}
