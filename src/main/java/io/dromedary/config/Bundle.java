// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.grpc.GrpcDoorComponent;
import io.dromedary.grpc.ServerStarted;
import io.dromedary.plugin.PluginProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.main.Main;

/** The routes and beans that belong together, with one door or both. */
public final class Bundle {

    /** Grafana passes {@code [plugin.dromedary-datadog-datasource] http = true} on under this name. */
    private static final String HTTP_TOO = "GF_PLUGIN_HTTP";

    private static final List<Class<? extends CamelConfiguration>> CORE = List.of(QueryBeans.class, MetricsBeans.class);

    private final Path home;
    private final Map<String, String> environment;

    /**
     * @param home directory of application.properties and routes/
     * @param environment of this process
     */
    public Bundle(String home, Map<String, String> environment) {
        this.home = Path.of(home).toAbsolutePath().normalize();
        this.environment = environment;
    }

    /** Serves pipelines over HTTP until the process is told to stop. */
    public void serve() throws Exception {
        main(false, true).run();
    }

    /** Serves Grafana until it says stop, or is gone. */
    public void plugin(PluginProcess process) throws Exception {
        var main = main(true, Boolean.parseBoolean(environment.get(HTTP_TOO)));
        var door = new GrpcDoorComponent();
        door.setHost(process.address().getAddress().getHostAddress());
        door.setPort(process.address().getPort());
        main.bind("grpc-door", door);
        main.bind("handshake", (ServerStarted) process::announce);
        for (var service : process.services()) {
            main.bind(service.bindService().getServiceDescriptor().getName(), service);
        }
        process.stopWith(main::stop);
        main.run();
    }

    /** Returns the bundle, not started. */
    Main main(boolean grafana, boolean http) {
        var main = new Main();
        main.setPropertyPlaceholderLocations("file:" + home.resolve("application.properties"));
        CORE.forEach(main.configure()::addConfiguration);
        if (grafana) {
            main.configure().addConfiguration(GrafanaBeans.class);
        }
        if (http) {
            main.configure().addConfiguration(HttpBeans.class);
        }
        main.addOverrideProperty("camel.server.enabled", String.valueOf(http));
        main.addOverrideProperty("camel.management.enabled", String.valueOf(http));
        main.addOverrideProperty("camel.main.routes-include-pattern", "file:" + home + "/routes/**/*.camel.yaml");
        main.addOverrideProperty("camel.main.routes-exclude-pattern", excluded(grafana, http));
        return main;
    }

    private static String excluded(boolean grafana, boolean http) {
        return (grafana ? "" : "**/routes/grafana/*") + (grafana || http ? "" : ",") + (http ? "" : "**/routes/api/*");
    }
}
