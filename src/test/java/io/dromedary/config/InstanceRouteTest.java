// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.instance.Instance;
import io.dromedary.instance.Instances;
import io.dromedary.instance.SettingsException;
import io.dromedary.instance.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstanceRouteTest {

    private final RouteWorld world =
            new RouteWorld(1, (request, instance) -> "", "instance/*,autocomplete/*", Map.of());
    private final List<Instance> disposed = new ArrayList<>();

    InstanceRouteTest() throws Exception {
        world.bean("instances", Instances.class).onDispose(disposed::add);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void namesTheInstanceAndLeavesTheBody() {
        var exchange = world.send("instance-resolve", "body", Map.of("settingsSource", Sources.sandbox("a")));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("body");
        assertThat(exchange.getVariable("instance", Instance.class).settings().sandbox())
                .isTrue();
    }

    @Test
    void holdsTheInstanceUntilTheCallThatNamedItEnds() throws Exception {
        var duringCall = new ArrayList<Instance>();
        world.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:door").to("direct:instance-resolve").process(exchange -> {
                    world.send(
                            "instance-resolve",
                            "",
                            Map.of("settingsSource", Sources.source("a", 2, Sources.SANDBOX, Map.of())));
                    duringCall.addAll(disposed);
                });
            }
        });

        var exchange = world.send("door", "", Map.of("settingsSource", Sources.sandbox("a")));

        assertThat(duringCall).isEmpty();
        assertThat(disposed).containsExactly(exchange.getVariable("instance", Instance.class));
    }

    @Test
    void tellsWhatIsWrongWithTheSettings() {
        var exchange =
                world.send("instance-resolve", "", Map.of("settingsSource", Sources.source("a", 1, "{}", Map.of())));

        assertThat(exchange.getException())
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("Choose where your Datadog account is");
    }

    @Test
    void tellsWhenThereIsNoDataSource() {
        assertThat(world.send("instance-resolve", "", Map.of()).getException())
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("No data source was named");
    }
}
