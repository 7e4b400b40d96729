// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpareHeapTest {

    private static final long SMALL = 32L << 20;
    private static final long LARGE = 600L << 20;

    private long heap = LARGE;
    private int collections;
    private int asked;
    private final SpareHeap spare = new SpareHeap(() -> heap, () -> collections, () -> {
        asked++;
        collections++;
    });

    @BeforeEach
    void aBurstOfQueriesJustNow() {
        collections = 40;
        spare.look();
    }

    @Test
    void isGivenBackInStepsWhileNothingHappens() {
        looks(SpareHeap.STEPS);

        assertThat(asked).isEqualTo(SpareHeap.STEPS);
    }

    @Test
    void isLeftAloneAfterThatAsItIsNeeded() {
        looks(SpareHeap.STEPS + 3);

        assertThat(asked).isEqualTo(SpareHeap.STEPS);
    }

    @Test
    void staysWhileItIsUsed() {
        collections++;
        looks(1);
        collections++;
        looks(1);

        assertThat(asked).isZero();
    }

    @Test
    void isGivenBackAfterEachBurst() {
        looks(SpareHeap.STEPS);
        collections += 5;
        looks(1 + SpareHeap.STEPS);

        assertThat(asked).isEqualTo(2 * SpareHeap.STEPS);
    }

    @Test
    void isLeftAloneOnceItIsSmall() {
        looks(1);
        heap = SMALL;
        looks(1);

        assertThat(asked).isEqualTo(1);
    }

    private void looks(int times) {
        for (var look = 0; look < times; look++) {
            spare.look();
        }
    }
}
