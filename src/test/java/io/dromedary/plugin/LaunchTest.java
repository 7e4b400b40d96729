// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchTest {

    @ParameterizedTest
    @ValueSource(strings = {"2", "1,2", "2,1", "", " 2 , 3"})
    void servesWhateverOffersTheSecondVersion(String versions) {
        assertThat(launch(Map.of("grafana_plugin_type", "datasource", "PLUGIN_PROTOCOL_VERSIONS", versions)))
                .isEqualTo(Launch.Kind.SERVE);
    }

    @Test
    void servesWhoOffersNoVersion() {
        assertThat(launch(Map.of("grafana_plugin_type", "datasource"))).isEqualTo(Launch.Kind.SERVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3,12", "two"})
    void refusesOtherVersions(String versions) {
        var launch = Launch.from(Map.of("grafana_plugin_type", "datasource", "PLUGIN_PROTOCOL_VERSIONS", versions));

        assertThat(launch.kind()).isEqualTo(Launch.Kind.REFUSE);
        assertThat(launch.detail()).contains("version 2", "offers only " + versions);
    }

    @Test
    void refusesWhoIsNotGrafana() {
        assertThat(launch(Map.of())).isEqualTo(Launch.Kind.REFUSE);
        assertThat(launch(Map.of("grafana_plugin_type", "app"))).isEqualTo(Launch.Kind.REFUSE);
    }

    @Test
    void pointsAtADromedaryThatIsBeingDebugged() {
        var launch = Launch.from(Map.of(
                "grafana_plugin_type",
                "datasource",
                "GF_PLUGIN_GRPC_ADDRESS_DROMEDARY_DATADOG_DATASOURCE",
                " 127.0.0.1:50051 "));

        assertThat(launch).isEqualTo(new Launch(Launch.Kind.POINT, "127.0.0.1:50051"));
    }

    private static Launch.Kind launch(Map<String, String> environment) {
        return Launch.from(environment).kind();
    }
}
