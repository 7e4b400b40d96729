// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ParentWatchTest {

    private final AtomicLong parent = new AtomicLong(1);
    private final ParentWatch watch = new ParentWatch(parent::get, () -> {});

    @Test
    void acceptsTheFirstProcessAsAParent() {
        assertThat(watch.isGone()).isFalse();
    }

    @Test
    void noticesThatAnotherProcessTookOver() {
        parent.set(77);

        assertThat(watch.isGone()).isTrue();
    }
}
