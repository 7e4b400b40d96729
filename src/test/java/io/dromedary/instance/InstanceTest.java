// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class InstanceTest {

    private final Instance instance = new Instance(
            new InstanceKey("", "org-1", "u"),
            "Shop",
            new SettingsReader().read(Sources.withKeys("{\"site\":\"EU1\"}")));

    @Test
    void disposesOnceAndAtOnceWhenItIsTooLate() {
        var told = new ArrayList<String>();
        instance.onDispose(() -> told.add("first"));
        instance.dispose();
        instance.dispose();
        instance.onDispose(() -> told.add("late"));

        assertThat(told).containsExactly("first", "late");
    }

    @Test
    void keepsDisposingAfterAFailure() {
        var told = new ArrayList<String>();
        instance.onDispose(() -> {
            throw new IllegalStateException("broken");
        });
        instance.onDispose(() -> told.add("second"));
        instance.dispose();

        assertThat(told).containsExactly("second");
    }

    @Test
    void printsNoKey() {
        var source = Sources.withKeys("{\"site\":\"EU1\"}");

        assertThat(instance + " " + instance.settings() + source + new SettingsFingerprint().of(source))
                .doesNotContain(Sources.KEYS.get("apiKey"), Sources.KEYS.get("appKey"));
    }
}
