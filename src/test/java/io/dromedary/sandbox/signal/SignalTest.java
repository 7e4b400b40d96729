// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.Noise;
import io.dromedary.sandbox.world.Presence;
import io.dromedary.sandbox.world.Region;
import io.dromedary.sandbox.world.Rhythm;
import io.dromedary.sandbox.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Integrals are what adding up many instants comes to, and depend on nothing but the window's ends. */
class SignalTest {

    private static final long TODAY = 1_773_100_800_000L;
    private static final World WORLD = World.of(3);

    private static Living living(String service, double gain) {
        var place = new Place(WORLD, service, Region.US_EAST, true);
        return new Living(
                place, Dice.key(1, service), 40, Pattern.steady(1, 0.2).infected(gain));
    }

    private static double added(LongToDoubleFunction at, long from, long to, long stepMs) {
        return LongStream.iterate(from, time -> time < to, time -> time + stepMs)
                .mapToDouble(time -> at.applyAsDouble(time + stepMs / 2) * stepMs / 1000)
                .sum();
    }

    @Property(tries = 20)
    void integratesALivingQuantity(
            @ForAll @IntRange(max = 400) int hours, @ForAll @IntRange(min = 1, max = 300) int minutes) {
        var signal = living("web", 2);
        long from = TODAY - hours * 3_600_000L;
        long to = from + minutes * 60_000L;
        double expected = added(signal::at, from, to, 500);
        assertThat(signal.integral(from, to)).isCloseTo(expected, within(1e-3 * expected));
    }

    @Property(tries = 20)
    void integratesASawtooth(
            @ForAll @IntRange(max = 400) int hours, @ForAll @IntRange(min = 1, max = 300) int minutes) {
        var signal = new Sawtooth(10, 90, Duration.ofMinutes(17).toMillis(), 12_345);
        long from = TODAY - hours * 3_600_000L;
        long to = from + minutes * 60_000L;
        double expected = added(signal::at, from, to, 250);
        assertThat(signal.integral(from, to)).isCloseTo(expected, within(1e-3 * expected + 10));
    }

    @Property(tries = 50)
    void countsEachEventOnce(
            @ForAll @LongRange(min = 1, max = 40_000_000) long first,
            @ForAll @LongRange(min = 1, max = 90_000_000) long second) {
        var counter = new Counter(living("checkout", 3), 5, Presence.ALWAYS, false);
        long middle = TODAY + first;
        long end = middle + second;
        double parts = counter.over(Method.SUM, TODAY, middle) + counter.over(Method.SUM, middle, end);
        assertThat(counter.over(Method.SUM, TODAY, end)).isEqualTo(parts).isEqualTo(Math.rint(parts));
        assertThat(counter.over(Method.SUM, new long[] {TODAY, middle, end})[1])
                .isEqualTo(counter.over(Method.SUM, middle, end));
    }

    @Test
    void countsAsManyAsTheRateSays() {
        var rate = living("checkout", 3);
        var counter = new Counter(rate, 5, Presence.ALWAYS, false);
        double expected = rate.integral(TODAY, TODAY + 86_400_000);
        assertThat(counter.over(Method.SUM, TODAY, TODAY + 86_400_000)).isCloseTo(expected, within(5.0));
    }

    @Test
    void noiseHasNoBias() {
        double day = added(time -> Noise.at(77, time), TODAY, TODAY + 30 * 86_400_000L, 60_000);
        assertThat(day / (30 * 86_400)).isCloseTo(0, within(0.01));
        assertThat(LongStream.range(0, 5000).mapToDouble(i -> Noise.at(77, TODAY + i * 7_000)))
                .allMatch(value -> Math.abs(value) <= 1)
                .anyMatch(value -> value > 0.3);
    }

    @Test
    void theRhythmIsOneOnAverage() {
        var rhythm = new Rhythm();
        assertThat(rhythm.cumulative(TODAY + 7 * 86_400_000L, 60) - rhythm.cumulative(TODAY, 60))
                .isCloseTo(7 * 86_400, within(1e-3));
        assertThat(rhythm.at(TODAY + 20 * 3_600_000L, 0)).isGreaterThan(2 * rhythm.at(TODAY + 3 * 3_600_000L, 0));
    }

    @Test
    void anIncidentAddsUpToItsArea() {
        var incident = new Incident(1, "web", TODAY, TODAY + 1_200_000, 1.1);
        assertThat(incident.cumulative(TODAY + 1_200_000))
                .isCloseTo(added(incident::at, TODAY, TODAY + 1_200_000, 1000), within(0.5));
        assertThat(incident.cumulative(TODAY + 9_999_999)).isEqualTo(incident.cumulative(TODAY + 1_200_000));
        assertThat(incident.cumulative(TODAY - 5)).isZero();
        assertThat(incident.at(TODAY + 600_000)).isEqualTo(1.1);
    }

    @Test
    void reportsNothingWhileAway() {
        var gauge = new Gauge(Signal.constant(5), Presence.DAYTIME);
        long five = TODAY + 5 * 3_600_000L;
        assertThat(gauge.over(Method.AVG, five, five + 1_800_000)).isNaN();
        assertThat(gauge.over(Method.AVG, five, five + 7_200_000)).isEqualTo(5);
        assertThat(gauge.over(Method.COUNT, five, five + 7_200_000)).isEqualTo(360);
        assertThat(gauge.over(Method.SUM, five, five + 7_200_000)).isEqualTo(1800);
        assertThat(gauge.over(Method.AVG, new long[] {five, five + 1, five + 3_600_001}))
                .containsExactly(Double.NaN, 5);
    }

    @Property(tries = 50)
    void aShareOfTheEventsIsBelowItsQuantile(@ForAll @IntRange(min = 1, max = 99) int percent) {
        var counter = new Counter(Signal.constant(100), 1, Presence.ALWAYS, false);
        var sizes = new Distribution(counter, Signal.constant(20_000), 0.6);
        double quantile = sizes.over(Method.quantile(percent / 100.0), TODAY, TODAY + 100_000);
        assertThat(sizes.over(Method.below(quantile), TODAY, TODAY + 100_000)).isCloseTo(percent * 100, within(12.0));
        assertThat(sizes.over(Method.below(0), TODAY, TODAY + 100_000)).isZero();
    }

    @Test
    void aDistributionKnowsItsQuantiles() {
        var counter = new Counter(Signal.constant(10), 1, Presence.ALWAYS, false);
        var sizes = new Distribution(counter, Signal.constant(2000), 0.6);
        assertThat(sizes.over(Method.COUNT, TODAY, TODAY + 60_000)).isEqualTo(600);
        assertThat(sizes.over(Method.AVG, TODAY, TODAY + 60_000)).isEqualTo(200);
        // exp(-0.6^2 / 2) and exp(0.6 * 1.6449 - 0.6^2 / 2) times the average
        assertThat(sizes.over(Method.quantile(0.5), TODAY, TODAY + 60_000)).isCloseTo(167.05, within(0.5));
        assertThat(sizes.over(Method.quantile(0.95), TODAY, TODAY + 60_000)).isCloseTo(448.2, within(1.0));
    }

    @Test
    void theMedianOfTwoSourcesLiesHalfwayBetweenTheirsByFactors() {
        var sizes = Sizes.ofBuckets(1);
        events(100).addSizes(new long[] {TODAY, TODAY + 60_000}, sizes);
        events(400).addSizes(new long[] {TODAY, TODAY + 60_000}, sizes);
        // both have 600 events: the medians 100 k and 400 k of equal spread have as many below as above at 200 k
        assertThat(sizes[0].count()).isEqualTo(1200);
        assertThat(sizes[0].quantile(0.5)).isCloseTo(200 * Math.exp(-0.6 * 0.6 / 2), within(0.1));
        assertThat(sizes[0].below(sizes[0].quantile(0.5))).isEqualTo(600);
    }

    @Test
    void aWideBucketHoldsTheEventsOfTheNarrowOnes() {
        long middle = TODAY + 600_000;
        var rising = new Signal() {
            @Override
            public double at(long epochMs) {
                return epochMs < middle ? 1000 : 4000;
            }

            @Override
            public double integral(long fromMs, long toMs) {
                return (cumulative(toMs) - cumulative(fromMs)) / 1000;
            }

            private double cumulative(long epochMs) {
                return 1000.0 * (epochMs - middle) + 3000.0 * Math.max(0, epochMs - middle);
            }
        };
        var sizes = new Distribution(new Counter(Signal.constant(10), 1, Presence.ALWAYS, false), rising, 0.6);
        double median = Math.exp(-0.6 * 0.6 / 2);
        assertThat(sizes.over(Method.quantile(0.5), new long[] {TODAY, middle, middle + 600_000}))
                .containsExactly(new double[] {100 * median, 400 * median}, within(0.3));
        assertThat(sizes.over(Method.quantile(0.5), TODAY, middle + 600_000)).isCloseTo(200 * median, within(0.1));
    }

    private static Distribution events(double average) {
        var counter = new Counter(Signal.constant(10), 1, Presence.ALWAYS, false);
        return new Distribution(counter, Signal.constant(10 * average), 0.6);
    }

    @Property(tries = 200)
    void quantilesOfAMixtureRiseAndStayBetweenThoseOfItsParts(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 999_999) Integer> parts,
            @ForAll @IntRange(min = 1, max = 9998) int share) {
        var all = new Sizes();
        var alone = new ArrayList<Double>();
        for (int part : parts) {
            var one = new Sizes();
            all.add(part % 1000 + 1, part / 1000 + 1, 0.6);
            one.add(part % 1000 + 1, part / 1000 + 1, 0.6);
            alone.add(one.quantile(share / 10_000.0));
        }
        double quantile = all.quantile(share / 10_000.0);
        assertThat(quantile).isBetween(Collections.min(alone) * (1 - 1e-9), Collections.max(alone) * (1 + 1e-9));
        assertThat(all.quantile((share + 1) / 10_000.0)).isGreaterThanOrEqualTo(quantile * (1 - 1e-8));
        assertThat(all.below(quantile)).isCloseTo(all.count() * share / 10_000.0, within(1 + 2e-3 * all.count()));
    }
}
