// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.instance.SettingsReader;
import io.dromedary.instance.Site;
import io.dromedary.instance.WhenLimited;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstancePropertiesTest {

    private final InstanceProperties properties = new InstanceProperties();

    @Test
    void readsEveryInstanceWithItsOptions() {
        var sources = properties.read(Map.of(
                "dromedary.instance.shop.site", "EU1",
                "dromedary.instance.shop.api-key", "0123456789abcdef0123456789abcdef",
                "dromedary.instance.shop.app-key", "0123456789abcdef0123456789abcdef01234567",
                "dromedary.instance.shop.timeout", "12",
                "dromedary.instance.shop.tls-skip-verify", "true",
                "dromedary.instance.shop.rate-limit", "fail",
                "dromedary.instance.demo.site", "sandbox",
                "camel.main.name", "other"));

        assertThat(sources).containsOnlyKeys("shop", "demo");
        var shop = new SettingsReader().read(sources.get("shop"));
        assertThat(shop.site()).isEqualTo(Site.EU1);
        assertThat(shop.timeout()).isEqualTo(Duration.ofSeconds(12));
        assertThat(shop.tls().skipVerify()).isTrue();
        assertThat(shop.whenLimited()).isEqualTo(WhenLimited.FAIL);
        assertThat(new SettingsReader().read(sources.get("demo")).sandbox()).isTrue();
    }

    @Test
    void callsOptionsByTheirPropertiesWhenTheyAreWrong() {
        var sources = properties.read(Map.of(
                "dromedary.instance.shop.site", "EU1",
                "dromedary.instance.shop.api-key", "\"quoted\"",
                "dromedary.instance.lost.url", "nowhere",
                "dromedary.instance.lost.api-key", "0123456789abcdef0123456789abcdef"));

        assertThatThrownBy(() -> new SettingsReader().read(sources.get("shop")))
                .hasMessageStartingWith("dromedary.instance.shop.api-key has quotes");
        assertThatThrownBy(() -> new SettingsReader().read(sources.get("lost")))
                .hasMessageContaining("dromedary.instance.lost.url")
                .hasMessageNotContaining("jsonData");
    }

    @Test
    void doesNotLetATypingErrorPass() {
        assertThatThrownBy(() -> properties.read(Map.of("dromedary.instance.shop.apikey", "x")))
                .hasMessageContaining("dromedary.instance.shop.apikey")
                .hasMessageContaining("api-key");
        assertThatThrownBy(() -> properties.read(Map.of("dromedary.instance.shop", "x")))
                .hasMessageContaining("<name>.<option>");
    }
}
