// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.grpc.EarlyServer;
import io.dromedary.observe.MeterNames;
import io.dromedary.plugin.Logs;
import io.dromedary.plugin.PluginProcess;
import io.dromedary.route.OwnRoutes;
import io.dromedary.route.UserRoutes;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.main.Main;

/** The routes and beans that belong together, with one door or both. */
public final class Bundle {

    /** Grafana passes {@code [plugin.dromedary-datadog-datasource] http = true} on under this name. */
    private static final String HTTP_TOO = "GF_PLUGIN_HTTP";

    private static final String PROPERTIES = "application.properties";
    private static final String LEVEL_VARIABLE = "DROMEDARY_LOG_LEVEL";
    private static final List<Supplier<CamelConfiguration>> CORE = List.of(
            ObservationBeans::new,
            DoorBeans::new,
            QueryBeans::new,
            InstanceBeans::new,
            DatadogBeans::new,
            SandboxBeans::new,
            MetadataBeans::new,
            MetricsBeans::new,
            EventsBeans::new,
            TracesBeans::new,
            DdsqlBeans::new,
            SelfBeans::new,
            ResourceBeans::new,
            ListsBeans::new,
            AutocompleteBeans::new,
            EditorBeans::new,
            HealthBeans::new);

    /** What there is only where Grafana is not: health that is watched all the time, and pipelines. */
    private static final List<Supplier<CamelConfiguration>> ALONE =
            List.of(MonitorBeans::new, PipelineBeans::new, RpcBeans::new);

    private static final String ALONE_ROUTES = "**/routes/health/monitor/*,**/routes/pipeline/*,**/routes/rpc/*";

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
        var logs = Logs.plain();
        logs.levels(logLevels());
        var main = main(false, true, logs);
        new Serving(home, System.getProperties()).prepare(main);
        main.run();
    }

    /** Serves Grafana until it says stop, or is gone. */
    public void plugin(PluginProcess process) throws Exception {
        process.logs().levels(logLevels());
        var server = EarlyServer.listen(process.address(), DoorBeans.SERVICES, process.services());
        process.announce(server.address());
        var main = main(true, Boolean.parseBoolean(environment.get(HTTP_TOO)), process.logs());
        main.bind("earlyServer", server);
        main.addOverrideProperty("camel.component.grpc-door.drain-timeout", "{{dromedary.grpc.drain-timeout}}");
        process.stopWith(main::stop);
        try {
            main.run();
        } catch (Exception e) {
            server.fail();
            process.fail(e);
        }
    }

    /** Returns the bundle, not started, with a log that is set up by somebody else. */
    Main main(boolean grafana, boolean http) {
        return main(grafana, http, Logs.present());
    }

    private Main main(boolean grafana, boolean http, Logs logs) {
        var main = http ? new Main() : new QuickMain();
        main.bind("logs", logs);
        main.setPropertyPlaceholderLocations("file:" + home.resolve(PROPERTIES));
        // bound before Camel's own part of the metrics starts, which would make another one
        main.bind(
                MicrometerConstants.METRICS_REGISTRY_NAME,
                MeterNames.apply(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
        main.configure().addConfiguration(new TraceBeans(environment));
        main.configure().addConfiguration(new UserRoutes(home.resolve("routes")));
        CORE.forEach(beans -> main.configure().addConfiguration(beans.get()));
        if (grafana) {
            main.configure().addConfiguration(new GrafanaBeans());
        }
        if (http) {
            main.configure().addConfiguration(new HttpServerBeans());
            main.configure().addConfiguration(new HttpBeans());
        }
        if (!grafana) {
            ALONE.forEach(beans -> main.configure().addConfiguration(beans.get()));
            main.addOverrideProperty("camel.component.kamelet.location", "file:" + home + "/kamelets");
        }
        main.addOverrideProperty("camel.server.enabled", String.valueOf(http));
        main.addOverrideProperty("camel.management.enabled", String.valueOf(http));
        main.addOverrideProperty("camel.metrics.enabled", String.valueOf(http));
        // a route that users drop in, and that cannot start, leaves the others alone
        main.addOverrideProperty("camel.routecontroller.enabled", String.valueOf(!grafana));
        main.addOverrideProperty("camel.main.routes-include-pattern", OwnRoutes.patterns(home));
        main.addOverrideProperty("camel.main.routes-exclude-pattern", excluded(grafana, http));
        return main;
    }

    /** The log is set up before Camel is, which reads settings from the same places later. */
    private Map<String, String> logLevels() throws IOException {
        var properties = new Properties();
        var further = System.getProperty(Serving.CONFIG, "").strip();
        load(home.resolve(PROPERTIES), properties);
        if (!further.isEmpty()) {
            load(Path.of(further), properties);
        }
        properties.putAll(System.getProperties());
        var levels = new HashMap<String, String>();
        properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(Logs.LEVEL))
                .forEach(key -> levels.put(key, properties.getProperty(key)));
        if (environment.containsKey(LEVEL_VARIABLE)) {
            levels.put(Logs.LEVEL, environment.get(LEVEL_VARIABLE));
        }
        return levels;
    }

    private static void load(Path file, Properties properties) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
    }

    /** Returns the routes that are not for this process, as patterns of Camel's separated by commas. */
    private static String excluded(boolean grafana, boolean http) {
        if (grafana && http) {
            return ALONE_ROUTES;
        }
        return grafana ? "**/routes/api/*," + ALONE_ROUTES : "**/routes/grafana/*";
    }

    /**
     * Does not look through the route files for settings before it reads them again for the routes: ours have none, and
     * Grafana waits.
     */
    private static final class QuickMain extends Main {
        @Override
        protected void modelineRoutes(CamelContext context) {}
    }
}
