// SPDX-License-Identifier: Apache-2.0
package io.dromedary.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.api.InstanceProperties;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class NamedSettingsTest {

    private static final Map<String, String> NONE = Map.of();

    @Test
    void theEnvironmentWinsOverSystemPropertiesAndThoseOverFiles() {
        var files = Map.of("dromedary.instance.shop.site", "US1", "dromedary.instance.shop.timeout", "1");
        var system = system("dromedary.instance.shop.timeout", "2");
        system.setProperty("dromedary.instance.shop.url", "2");
        var environment = Map.of("DROMEDARY_INSTANCE_SHOP_URL", "3");

        assertThat(read(files, system, environment))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "dromedary.instance.shop.site", "US1",
                        "dromedary.instance.shop.timeout", "2",
                        "dromedary.instance.shop.url", "3"));
    }

    @Test
    void variablesSpellNamesInKebabCase() {
        var environment = Map.of(
                "DROMEDARY_INSTANCE_MY_SHOP_API_KEY", "a",
                "DROMEDARY_INSTANCE_MY_SHOP_APP_URL", "b",
                "DROMEDARY_INSTANCE_MY_SHOP_URL", "c");

        assertThat(read(NONE, new Properties(), environment))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "dromedary.instance.my-shop.api-key", "a",
                        "dromedary.instance.my-shop.app-url", "b",
                        "dromedary.instance.my-shop.url", "c"));
    }

    @Test
    void variablesFindTheNameThatIsThere() {
        var files = Map.of("dromedary.instance.My_Shop.site", "US1");

        assertThat(read(files, new Properties(), Map.of("DROMEDARY_INSTANCE_MY_SHOP_SITE", "EU1")))
                .containsExactly(Map.entry("dromedary.instance.My_Shop.site", "EU1"));
    }

    @Test
    void leavesAloneWhatIsNoSetting() {
        var environment = Map.of(
                "DROMEDARY_INSTANCE_SERVICE_HOST", "10.0.0.1",
                "DROMEDARY_INSTANCE_API_KEY", "nameless",
                "DROMEDARY_INSTANCES_DIRECTORY", "/etc",
                "dromedary.instance.shop.site", "EU1",
                "HOME", "/");

        assertThat(read(NONE, system("dromedary.instances.directory", "/etc"), environment))
                .isEmpty();
    }

    private static Map<String, String> read(
            Map<String, String> files, Properties system, Map<String, String> environment) {
        return new NamedSettings(system, environment)
                .over(files, InstanceProperties.PREFIX, InstanceProperties.options());
    }

    private static Properties system(String key, String value) {
        var system = new Properties();
        system.setProperty(key, value);
        return system;
    }
}
