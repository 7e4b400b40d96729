// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import io.dromedary.config.DoorBeans;
import io.dromedary.grpc.ServerStarted;
import io.dromedary.proto.pluginv2.CheckHealthResponse;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.QueryDataResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * The smallest plugin: health that is always good, and queries that take as long as their header {@code millis} says.
 */
final class PluginMain {

    private PluginMain() {}

    public static void main(String[] args) throws Exception {
        boolean standalone = args.length > 0 && args[0].equals("standalone");
        var plugin = standalone ? PluginProcess.standalone(System.getenv()) : PluginProcess.prepare(System.getenv());
        plugin.logs().levels(Map.of("dromedary.log.level", "info", "dromedary.log.level.io.dromedary", "debug"));
        System.out.println("a library that prints");
        var main = new Main();
        main.setPropertyPlaceholderLocations("file:application.properties");
        main.configure().addConfiguration(DoorBeans.class);
        plugin.services().forEach(service -> main.bind("controller", service));
        main.bind("handshake", (ServerStarted) plugin::announce);
        main.addInitialProperty(
                "camel.component.grpc-door.port",
                String.valueOf(plugin.address().getPort()));
        main.configure().addRoutesBuilder(new Routes());
        plugin.stopWith(main::stop);
        main.run();
    }

    private static final class Routes extends RouteBuilder {

        @Override
        public void configure() {
            from("grpc-door:pluginv2.Diagnostics/CheckHealth")
                    .process(exchange -> exchange.getMessage()
                            .setBody(CheckHealthResponse.newBuilder()
                                    .setStatus(CheckHealthResponse.HealthStatus.OK)
                                    .build()));
            from("grpc-door:pluginv2.Data/QueryData").process(Routes::query);
        }

        private static void query(Exchange exchange) throws InterruptedException {
            var request = exchange.getIn().getBody(QueryDataRequest.class);
            System.err.println("query begins");
            TimeUnit.MILLISECONDS.sleep(Long.parseLong(request.getHeadersOrThrow("millis")));
            exchange.getMessage().setBody(QueryDataResponse.getDefaultInstance());
        }
    }
}
