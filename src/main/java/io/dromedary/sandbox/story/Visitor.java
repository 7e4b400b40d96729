// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Region;
import java.util.HexFormat;

/**
 * Somebody in front of a browser.
 *
 * @param number the customer's
 * @param hour epoch hours; a session lasts for one
 */
public record Visitor(int number, Region region, long hour) {

    /** As many customers as share the shop's visits. */
    private static final int CUSTOMERS = 4000;

    private static final String[] BROWSERS = {"Chrome", "Firefox", "Safari", "Edge"};
    private static final String[] SYSTEMS = {"Windows", "Mac OS X", "Android", "iOS"};

    static Visitor of(long key, Region region, long epochMs) {
        return new Visitor(Dice.below(key, CUSTOMERS), region, Math.floorDiv(epochMs, 3_600_000L));
    }

    private long key() {
        return Dice.key(number, region.ordinal());
    }

    public String userId() {
        return Integer.toString(10_000 + number);
    }

    /** A UUID. */
    public String sessionId() {
        return uuid(Dice.key(key(), hour), Dice.key(key(), hour + 1));
    }

    /** An address for documentation. */
    public String address() {
        return "203.0.113." + (1 + Math.floorMod(key(), 254L));
    }

    public String browser() {
        return BROWSERS[Dice.below(key() + 1, BROWSERS.length)];
    }

    public String system() {
        return SYSTEMS[Dice.below(key() + 2, SYSTEMS.length)];
    }

    public String device() {
        return Dice.below(key() + 2, SYSTEMS.length) < 2 ? "Desktop" : "Mobile";
    }

    public String useragent() {
        return "Mozilla/5.0 (" + system() + ") " + browser() + "/" + (110 + Dice.below(key() + 3, 30)) + ".0";
    }

    public String country() {
        return switch (region) {
            case US_EAST -> Dice.unit(key() + 4) < 0.8 ? "United States" : "Canada";
            case EU_WEST -> Dice.unit(key() + 4) < 0.5 ? "Germany" : "Ireland";
            case AP_SOUTHEAST -> Dice.unit(key() + 4) < 0.6 ? "Singapore" : "Indonesia";
        };
    }

    static String uuid(long high, long low) {
        String hex = HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-4" + hex.substring(13, 16) + "-a"
                + hex.substring(17, 20) + "-" + hex.substring(20);
    }
}
