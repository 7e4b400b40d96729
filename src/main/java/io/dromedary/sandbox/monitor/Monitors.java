// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.synthetic.SyntheticTests;
import io.dromedary.sandbox.world.Incidents;
import io.dromedary.sandbox.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * All monitors and their states. Safe for any number of threads: what is kept is a function of the monitor and the
 * time, so what is lost only costs a second evaluation.
 */
public final class Monitors {

    private static final long REMEMBERED_MS = TimeUnit.DAYS.toMillis(4);
    /** Some hundred bytes each. */
    private static final int MOST_KEPT = 20_000;

    private final List<Monitor> all;
    private final Map<Place, Piece> kept = new ConcurrentHashMap<>();

    public Monitors(World world, Catalog catalog, SyntheticTests tests) {
        this.all = new MonitorList(world, catalog, tests).all();
    }

    private record Place(long monitor, long slot) {}

    private record Piece(long toMs, List<Timeline> timelines) {}

    /** In order of their ids. */
    public List<Monitor> all() {
        return all;
    }

    public Optional<Monitor> find(long id) {
        return all.stream().filter(monitor -> monitor.id() == id).findFirst();
    }

    /**
     * How a monitor's groups changed over a window; the first change may stand before it.
     *
     * @param toMs exclusive, epoch milliseconds; not in the future
     */
    public List<Timeline> history(Monitor monitor, long fromMs, long toMs) {
        var groups = new TreeMap<SortedMap<String, String>, Timeline.Builder>(Comparator.comparing(Object::toString));
        long end = toMs - Math.floorMod(toMs, Watch.MINUTE_MS) + Watch.MINUTE_MS;
        for (long slot = Incidents.slotOf(fromMs); slot <= Incidents.slotOf(end - Watch.MINUTE_MS); slot++) {
            long start = slot * Incidents.SLOT_MS;
            var pieces = piece(monitor, slot, Math.min(start + Incidents.SLOT_MS, end));
            groups.forEach((group, builder) -> {
                if (pieces.stream().noneMatch(piece -> piece.group().equals(group))) {
                    builder.add(start, State.NO_DATA);
                }
            });
            for (var piece : pieces) {
                var builder = groups.computeIfAbsent(piece.group(), unknown -> new Timeline.Builder());
                piece.changes().forEach(change -> builder.add(change.atMs(), change.state()));
            }
        }
        return groups.entrySet().stream()
                .map(group -> group.getValue().build(group.getKey()))
                .toList();
    }

    private List<Timeline> piece(Monitor monitor, long slot, long toMs) {
        var place = new Place(monitor.id(), slot);
        var piece = kept.get(place);
        if (piece == null || piece.toMs() != toMs) {
            piece = new Piece(toMs, monitor.watch().over(slot * Incidents.SLOT_MS, toMs));
            if (kept.size() > MOST_KEPT) {
                kept.clear();
            }
            kept.put(place, piece);
        }
        return piece.timelines();
    }

    /** How a monitor's groups are. */
    public List<GroupState> groups(Monitor monitor, long nowMs) {
        return history(monitor, nowMs - REMEMBERED_MS, nowMs).stream()
                .map(GroupState::of)
                .toList();
    }

    /** The worst of its groups' states. */
    public static State overall(List<GroupState> groups) {
        return groups.stream()
                .map(GroupState::state)
                .max(Comparator.naturalOrder())
                .orElse(State.NO_DATA);
    }
}
