// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.query.metrics.MetricsReply.Unit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Datadog's units as the ids of Grafana's. Bytes are binary in both ({@code kibibyte} is Grafana's {@code kbytes});
 * what Grafana has no id for is shown as a suffix after the number.
 */
final class Units {

    /** Families whose members differ only by their factor: the factor is trusted more than the name. */
    private static final Map<String, Map<Double, String>> BY_FACTOR = Map.of(
            "bytes",
            Map.ofEntries(
                    Map.entry(0.125, "bits"),
                    Map.entry(1.0, "bytes"),
                    Map.entry(1e3, "deckbytes"),
                    Map.entry(1e6, "decmbytes"),
                    Map.entry(1e9, "decgbytes"),
                    Map.entry(1e12, "dectbytes"),
                    Map.entry(0x1p10, "kbytes"),
                    Map.entry(0x1p20, "mbytes"),
                    Map.entry(0x1p30, "gbytes"),
                    Map.entry(0x1p40, "tbytes"),
                    Map.entry(0x1p50, "pbytes")),
            "time",
            Map.of(1e-9, "ns", 1e-6, "µs", 1e-3, "ms", 1.0, "s", 60.0, "m", 3_600.0, "h", 86_400.0, "d"));

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("bit", "bits"),
            Map.entry("byte", "bytes"),
            Map.entry("kibibyte", "kbytes"),
            Map.entry("mebibyte", "mbytes"),
            Map.entry("gibibyte", "gbytes"),
            Map.entry("tebibyte", "tbytes"),
            Map.entry("pebibyte", "pbytes"),
            Map.entry("nanosecond", "ns"),
            Map.entry("microsecond", "µs"),
            Map.entry("millisecond", "ms"),
            Map.entry("second", "s"),
            Map.entry("minute", "m"),
            Map.entry("hour", "h"),
            Map.entry("day", "d"),
            Map.entry("percent", "percent"),
            Map.entry("fraction", "percentunit"),
            Map.entry("hertz", "hertz"),
            Map.entry("kilohertz", "si:kHz"),
            Map.entry("megahertz", "si:MHz"),
            Map.entry("gigahertz", "si:GHz"),
            Map.entry("dollar", "currencyUSD"),
            Map.entry("euro", "currencyEUR"),
            Map.entry("pound", "currencyGBP"),
            Map.entry("yen", "currencyJPY"),
            Map.entry("degree celsius", "celsius"),
            Map.entry("degree fahrenheit", "fahrenheit"),
            Map.entry("kelvin", "kelvin"),
            Map.entry("volt", "volt"),
            Map.entry("millivolt", "mvolt"),
            Map.entry("ampere", "amp"),
            Map.entry("milliampere", "mamp"),
            Map.entry("watt", "watt"),
            Map.entry("milliwatt", "mwatt"),
            Map.entry("kilowatt", "kwatt"),
            Map.entry("megawatt", "megwatt"),
            Map.entry("joule", "joule"));

    /** Per second; keys are Grafana's ids where the unit has one, Datadog's names where not. */
    private static final Map<String, String> PER_SECOND = Map.ofEntries(
            Map.entry("bits", "bps"),
            Map.entry("bytes", "binBps"),
            Map.entry("kbytes", "KiBs"),
            Map.entry("mbytes", "MiBs"),
            Map.entry("gbytes", "GiBs"),
            Map.entry("tbytes", "TiBs"),
            Map.entry("pbytes", "PiBs"),
            Map.entry("deckbytes", "KBs"),
            Map.entry("decmbytes", "MBs"),
            Map.entry("decgbytes", "GBs"),
            Map.entry("dectbytes", "TBs"),
            Map.entry("packet", "pps"),
            Map.entry("request", "reqps"),
            Map.entry("operation", "ops"),
            Map.entry("read", "rps"),
            Map.entry("write", "wps"),
            Map.entry("event", "eps"),
            Map.entry("message", "mps"),
            Map.entry("record", "recps"),
            Map.entry("row", "rowsps"));

    private static final Map<String, String> PER_MINUTE = Map.of(
            "request", "reqpm", "operation", "opm", "read", "rpm", "write", "wpm", "event", "epm", "message", "mpm");

    private Units() {}

    /**
     * Returns Grafana's id for {@code unit} or {@code unit/per}, null when there is no unit.
     *
     * @param per the unit below the fraction bar, or {@link Unit#NONE}
     */
    static @Nullable String grafana(Unit unit, Unit per) {
        if (unit.equals(Unit.NONE)) {
            return null;
        }
        var id = single(unit);
        if (per.equals(Unit.NONE)) {
            return id != null ? id : suffix(shown(unit));
        }
        var key = id != null ? id : unit.name();
        var rate = switch (per.name()) {
            case "second" -> PER_SECOND.get(key);
            case "minute" -> PER_MINUTE.get(key);
            default -> null;
        };
        return rate != null ? rate : suffix(shown(unit) + "/" + shown(per));
    }

    private static @Nullable String single(Unit unit) {
        var factors = BY_FACTOR.get(unit.family());
        return factors != null && unit.scaleFactor() > 0 ? factors.get(unit.scaleFactor()) : BY_NAME.get(unit.name());
    }

    private static String shown(Unit unit) {
        return unit.shortName().isBlank() ? unit.name() : unit.shortName();
    }

    private static @Nullable String suffix(String text) {
        return text.isBlank() ? null : "suffix:" + text;
    }
}
