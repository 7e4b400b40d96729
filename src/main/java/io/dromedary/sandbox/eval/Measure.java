// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.sandbox.catalog.Unit;
import io.dromedary.sandbox.catalog.Units;
import org.jspecify.annotations.Nullable;

/**
 * What values are counted in.
 *
 * @param per what they are counted per, null when per nothing
 */
public record Measure(@Nullable Unit unit, @Nullable Unit per) {

    public static final Measure NONE = new Measure(null, null);

    Measure perSecond() {
        return unit == null ? NONE : new Measure(unit, Units.named("second"));
    }
}
