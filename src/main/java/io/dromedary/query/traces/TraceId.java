// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.traces;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ids of traces and spans: unsigned numbers of 64 or 128 bits, which neither a long nor a double holds. */
final class TraceId {

    private static final Pattern HEX = Pattern.compile("(?:0[xX])?[0-9a-fA-F]{1,32}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,39}");
    private static final int HEX_DIGITS = 32;
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    private TraceId() {}

    /**
     * Returns the id as Datadog's path takes it: 32 hexadecimal digits, or up to 39 decimal ones.
     *
     * <p>32 digits are hexadecimal, also if none of them is a letter; so is whatever has a letter, {@code 0x} before
     * it, or a zero at its begin. All else is decimal.
     *
     * @throws FailedException 400 if it is no id
     */
    static String path(String text) {
        var id = text.strip().replace("-", "");
        if (id.isEmpty()) {
            throw bad("The trace id is missing; enter one, such as 6a1f2c3d4e5f60718293a4b5c6d7e8f9");
        }
        if (isDecimal(id)) {
            var number = new BigInteger(id);
            if (number.bitLength() > 128) {
                throw bad("The trace id is larger than 128 bits; check that it is complete and one only");
            }
            return number.toString();
        }
        if (!HEX.matcher(id).matches()) {
            throw bad("This is no trace id; enter 32 hexadecimal or up to 39 decimal digits");
        }
        var digits = id.replaceFirst("^0[xX]", "").toLowerCase(Locale.ROOT);
        return digits.length() == HEX_DIGITS ? digits : new BigInteger(digits, 16).toString();
    }

    private static boolean isDecimal(String id) {
        return DECIMAL.matcher(id).matches() && id.length() != HEX_DIGITS && !id.startsWith("0");
    }

    /** Returns a number as an unsigned one of 64 bits: some senders wrap what a long cannot hold. */
    static String unsigned(BigInteger id) {
        return (id.signum() < 0 ? id.add(TWO_TO_64) : id).toString();
    }

    /** Returns 16 hexadecimal digits as a decimal number, what is none of them as it is. */
    static String decimal(String hex) {
        return HEX.matcher(hex).matches() ? new BigInteger(hex.replaceFirst("^0[xX]", ""), 16).toString() : hex;
    }

    private static FailedException bad(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
