// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The units the shop's metrics use. Only the percent's id is known from recordings, the others are like it. */
public final class Units {

    private static final Map<String, Unit> BY_NAME = Stream.of(
                    unit(2, "bytes", "byte", "B", 1),
                    unit(8, "time", "nanosecond", "ns", 1e-9),
                    unit(9, "time", "microsecond", "μs", 1e-6),
                    unit(10, "time", "millisecond", "ms", 1e-3),
                    unit(11, "time", "second", "s", 1),
                    unit(12, "time", "minute", "min", 60),
                    unit(13, "time", "hour", "hr", 3600),
                    new Unit(17, "percentage", "percent", "percent", "%", 1),
                    unit(18, "network", "connection", "conn", 1),
                    unit(19, "network", "request", "req", 1),
                    unit(20, "network", "packet", "pkt", 1),
                    unit(23, "network", "message", "msg", 1),
                    new Unit(26, "system", "process", "processes", "proc", 1),
                    unit(27, "system", "thread", "", 1),
                    unit(28, "system", "host", "", 1),
                    unit(31, "disk", "file", "", 1),
                    unit(32, "disk", "inode", "", 1),
                    unit(37, "general", "error", "err", 1),
                    unit(38, "general", "read", "", 1),
                    unit(39, "general", "write", "", 1),
                    unit(41, "general", "event", "", 1),
                    unit(43, "general", "operation", "op", 1),
                    unit(44, "general", "item", "", 1),
                    unit(47, "general", "garbage collection", "gc", 1),
                    new Unit(52, "database", "query", "queries", "", 1),
                    unit(53, "database", "row", "", 1),
                    unit(54, "database", "transaction", "", 1),
                    unit(55, "database", "lock", "", 1),
                    unit(56, "database", "key", "", 1),
                    unit(57, "database", "command", "cmd", 1),
                    unit(58, "database", "offset", "", 1),
                    unit(62, "cache", "hit", "", 1),
                    new Unit(63, "cache", "miss", "misses", "", 1),
                    unit(64, "cache", "eviction", "", 1),
                    unit(70, "money", "euro", "€", 1),
                    new Unit(114, "cpu", "nanocore", "nanocores", "ncores", 1e-9),
                    unit(117, "cpu", "core", "core", 1),
                    unit(121, "general", "container", "", 1),
                    new Unit(130, "percentage", "fraction", "fractions", "", 100))
            .collect(Collectors.toUnmodifiableMap(Unit::name, Function.identity()));

    private Units() {}

    /**
     * Returns the unit of a name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Unit named(String name) {
        var unit = BY_NAME.get(name);
        if (unit == null) {
            throw new IllegalArgumentException("unknown unit " + name);
        }
        return unit;
    }

    private static Unit unit(int id, String family, String name, String shortName, double scaleFactor) {
        return new Unit(id, family, name, name + "s", shortName, scaleFactor);
    }
}
