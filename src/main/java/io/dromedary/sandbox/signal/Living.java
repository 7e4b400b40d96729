// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.Incidents;
import io.dromedary.sandbox.world.Noise;

/**
 * A quantity that follows the customers' rhythm, wobbles, and shows incidents.
 *
 * @param key of its wobble
 * @param level its average, without incidents
 */
public record Living(Place place, long key, double level, Pattern pattern) implements Signal {

    @Override
    public double at(long epochMs) {
        double calm = rhythmic(epochMs) + pattern.noise() * Noise.at(key, epochMs);
        var incident = place.world().incidents().in(Incidents.slotOf(epochMs));
        double trouble = incident.map(found -> force(found) * found.at(epochMs)).orElse(0.0);
        return level * (calm + trouble);
    }

    @Override
    public double integral(long fromMs, long toMs) {
        return level * (calm(toMs) - calm(fromMs) + trouble(fromMs, toMs));
    }

    @Override
    public double[] integrals(long[] edges) {
        var integrals = new double[edges.length - 1];
        double before = calm(edges[0]);
        for (int i = 0; i < integrals.length; i++) {
            double after = calm(edges[i + 1]);
            integrals[i] = level * (after - before + trouble(edges[i], edges[i + 1]));
            before = after;
        }
        return integrals;
    }

    @Override
    public double[] integralsFrom(long originMs, long[] edges) {
        double before = calm(originMs);
        var integrals = new double[edges.length];
        for (int i = 0; i < integrals.length; i++) {
            integrals[i] = level * (calm(edges[i]) - before + trouble(originMs, edges[i]));
        }
        return integrals;
    }

    private double rhythmic(long epochMs) {
        double rhythm = place.world().rhythm().at(epochMs, place.region().offsetMinutes());
        return 1 + pattern.swing() * (rhythm - 1);
    }

    private double calm(long epochMs) {
        double rhythm = pattern.swing() == 0
                ? 0
                : pattern.swing()
                        * place.world()
                                .rhythm()
                                .cumulative(epochMs, place.region().offsetMinutes());
        return (1 - pattern.swing()) * (epochMs / 1000.0) + rhythm + pattern.noise() * Noise.cumulative(key, epochMs);
    }

    private double trouble(long fromMs, long toMs) {
        if (pattern.gain() == 0 || !place.production()) {
            return 0;
        }
        double sum = 0;
        for (long slot = Incidents.slotOf(fromMs); slot <= Incidents.slotOf(toMs - 1); slot++) {
            var found = place.world().incidents().in(slot);
            if (found.isPresent() && found.get().startMs() < toMs && found.get().endMs() > fromMs) {
                var incident = found.get();
                sum += force(incident) * (incident.cumulative(toMs) - incident.cumulative(fromMs));
            }
        }
        return sum;
    }

    /** What the incident adds at strength 1; less at night, as there is less to go wrong. */
    private double force(Incident incident) {
        if (!place.production()) {
            return 0;
        }
        double share = place.world().shop().suffering(place.service(), incident.service());
        boolean felt = pattern.reach() == Pattern.Reach.CALLED || share == 1;
        return felt ? pattern.gain() * share * rhythmic(incident.startMs()) : 0;
    }
}
