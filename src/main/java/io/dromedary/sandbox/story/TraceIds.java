// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import java.util.OptionalLong;

/** Ids that look like chance and still tell where a trace is: each step below can be undone. */
final class TraceIds {

    /** Traces a slot may hold. */
    static final int MOST = 32;

    private static final long FIRST = 0xD6E8FEB86659FD93L;
    private static final long SECOND = 0xA3AAACAA5D8C9C2DL;
    /** Slots beyond are in no century anybody asks about; an id that is none of ours nearly always is. */
    private static final long LAST_SLOT = 1L << 32;

    private final long salt;

    TraceIds(long seed) {
        this.salt = seed;
    }

    long id(long slot, int index) {
        long mixed = (slot * MOST + index) * FIRST + salt;
        mixed = (mixed ^ (mixed >>> 32)) * SECOND;
        return mixed ^ (mixed >>> 32);
    }

    /** The slot of an id; nothing when it cannot be ours. */
    OptionalLong slot(long id) {
        long mixed = (id ^ (id >>> 32)) * inverse(SECOND);
        long place = ((mixed ^ (mixed >>> 32)) - salt) * inverse(FIRST);
        long slot = Math.floorDiv(place, (long) MOST);
        return slot >= 0 && slot < LAST_SLOT ? OptionalLong.of(slot) : OptionalLong.empty();
    }

    /** What undoes a multiplication by an odd number: each round of Newton's doubles the bits that are right. */
    private static long inverse(long odd) {
        long guess = odd;
        for (int round = 0; round < 5; round++) {
            guess *= 2 - odd * guess;
        }
        return guess;
    }
}
