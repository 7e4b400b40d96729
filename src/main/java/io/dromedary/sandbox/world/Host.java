// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A machine; it runs one service.
 *
 * @param zone availability zone, for example {@code eu-west-1a}
 * @param daytime whether the autoscaler starts it at 06:00 UTC and stops it at 22:00 UTC
 */
public record Host(String name, Service service, String env, Region region, String zone, int cores, boolean daytime) {

    /** The tags of everything it reports, by key. */
    public SortedMap<String, String> tags() {
        var tags = new TreeMap<String, String>();
        tags.put("host", name);
        tags.put("service", service.name());
        tags.put("team", service.team());
        tags.put("env", env);
        tags.put("region", region.id());
        tags.put("availability-zone", zone);
        tags.put("instance-type", instanceType());
        return tags;
    }

    public String instanceType() {
        return cores > 4 ? "m6i.2xlarge" : "m6i.xlarge";
    }

    /** In bytes. */
    public double memory() {
        return cores * 4.0 * (1L << 30);
    }

    public boolean isProduction() {
        return env.equals(Shop.PRODUCTION);
    }

    /** Whether it runs at a time of epoch milliseconds. */
    public boolean isUp(long epochMs) {
        return !daytime || Presence.DAYTIME.covers(epochMs);
    }
}
