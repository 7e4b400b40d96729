// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import io.dromedary.sandbox.signal.Place;
import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Presence;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One who reports a metric.
 *
 * @param tags by key; not changed by anybody
 * @param weight how much it reports, 1 for an average one
 */
public record Member(SortedMap<String, String> tags, Place place, double weight, Presence presence) {

    public Member {
        tags = Collections.unmodifiableSortedMap(tags);
    }

    /** The key of what it reports under a name: the same for ever. */
    public long key(String name) {
        return Dice.key(Dice.key(place.world().seed(), name), tags.toString());
    }

    /** The same with one more tag. */
    public Member tagged(String tagKey, String value, double share) {
        var more = new TreeMap<>(tags);
        more.put(tagKey, value);
        return new Member(more, place, weight * share, presence);
    }

    Member even() {
        return new Member(tags, place, 1, presence);
    }

    /** The same while {@code narrower} covers it. */
    public Member during(Presence narrower) {
        return new Member(tags, place, weight, narrower);
    }
}
