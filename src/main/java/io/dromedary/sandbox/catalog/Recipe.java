// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import io.dromedary.sandbox.signal.Living;
import io.dromedary.sandbox.signal.Pattern;
import io.dromedary.sandbox.signal.Sawtooth;
import io.dromedary.sandbox.signal.Signal;
import io.dromedary.sandbox.world.Dice;
import java.time.Duration;

/** How a quantity moves, for any member that reports it. */
interface Recipe {

    /** What the member measures under a name. */
    Signal of(Member member, String name);

    /** Lives around a level; members differ a little. */
    static Recipe living(double level, Pattern pattern) {
        return (member, name) -> {
            long key = member.key(name);
            double own = 0.85 + 0.3 * Dice.unit(key);
            return new Living(member.place(), key, level * member.weight() * own, pattern);
        };
    }

    /** Never changes: a size, a limit. */
    static Recipe fixed(double level) {
        return (member, name) -> Signal.constant(level * member.weight());
    }

    /** Grows and falls back, again and again. */
    static Recipe sawtooth(double low, double high, Duration period) {
        return (member, name) -> new Sawtooth(
                low * member.weight(),
                high * member.weight(),
                period.toMillis(),
                Dice.below(member.key(name), Integer.MAX_VALUE));
    }

    /** Always what a metric of this name reports, so that other metrics can be made of it. */
    default Recipe named(String metric) {
        return (member, name) -> of(member, metric);
    }

    /** This without another: {@code idle} is what {@code user} leaves. */
    default Recipe minus(Recipe other) {
        return (member, name) -> other.of(member, name).times(-1, of(member, name));
    }

    default Recipe times(double factor) {
        return (member, name) -> of(member, name).times(factor, Signal.constant(0));
    }

    /** This as a part of the member's weight: bytes of memory become a fraction of it. */
    default Recipe perWeight() {
        return (member, name) -> of(member, name).times(1 / member.weight(), Signal.constant(0));
    }
}
