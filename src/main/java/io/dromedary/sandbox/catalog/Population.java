// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import io.dromedary.sandbox.world.World;
import java.util.List;
import java.util.stream.IntStream;

/** All who report a metric. */
public interface Population {

    /** Those who may have reported in a window of epoch milliseconds. */
    List<Member> in(World world, long fromMs, long toMs);

    /** Each of them once for every value of a further tag; the first value has the most weight. */
    default Population by(String tagKey, String... values) {
        return (world, fromMs, toMs) -> in(world, fromMs, toMs).stream()
                .flatMap(member -> split(member, tagKey, values).stream())
                .toList();
    }

    /** All of them with the weight 1, for limits and shares, which do not grow with traffic. */
    default Population even() {
        return (world, fromMs, toMs) ->
                in(world, fromMs, toMs).stream().map(Member::even).toList();
    }

    private static List<Member> split(Member member, String tagKey, String... values) {
        double total = values.length * (values.length + 1) / 2.0;
        return IntStream.range(0, values.length)
                .mapToObj(i -> member.tagged(tagKey, values[i], (values.length - i) / total))
                .toList();
    }
}
