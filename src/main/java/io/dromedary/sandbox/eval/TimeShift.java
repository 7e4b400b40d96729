// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import java.util.regex.Pattern;

/** Functions that show the values of another time. */
final class TimeShift {

    private static final Pattern CALENDAR = Pattern.compile("-(\\d{1,3})(d|w|mo)");

    private static final double FARTHEST_SECONDS = TimeUnit.DAYS.toSeconds(3653);

    private TimeShift() {}

    /** From the time a point stands at to the one it is read at; nothing when the function is no shift. */
    static Optional<LongUnaryOperator> of(Arguments arguments) {
        return switch (arguments.owner()) {
            case "timeshift" -> Optional.of(by(arguments.number(1)));
            case "hour_before" -> Optional.of(by(-TimeUnit.HOURS.toSeconds(1)));
            case "day_before" -> Optional.of(by(-TimeUnit.DAYS.toSeconds(1)));
            case "week_before" -> Optional.of(by(-TimeUnit.DAYS.toSeconds(7)));
            case "month_before" -> Optional.of(by(-TimeUnit.DAYS.toSeconds(28)));
            case "calendar_shift" -> Optional.of(calendar(arguments));
            default -> Optional.empty();
        };
    }

    private static LongUnaryOperator by(double seconds) {
        if (Math.abs(seconds) > FARTHEST_SECONDS) {
            throw new RefusedQueryException("timeshift() goes too far: at most ten years");
        }
        return time -> time + (long) (seconds * 1000);
    }

    private static LongUnaryOperator calendar(Arguments arguments) {
        ZoneId zone = Buckets.zone(arguments.textOr(2, "UTC"));
        var shift = CALENDAR.matcher(arguments.textOr(1, ""));
        if (!shift.matches()) {
            throw new RefusedQueryException("calendar_shift() takes a shift such as \"-1d\", \"-1w\" or \"-1mo\"");
        }
        int count = Integer.parseInt(shift.group(1));
        TemporalAmount amount = switch (shift.group(2)) {
            case "d" -> Period.ofDays(count);
            case "w" -> Period.ofWeeks(count);
            default -> Period.ofMonths(count);
        };
        return time -> Instant.ofEpochMilli(time)
                .atZone(zone)
                .minus(amount)
                .toInstant()
                .toEpochMilli();
    }
}
