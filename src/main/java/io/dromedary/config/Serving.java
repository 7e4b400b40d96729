// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.observe.JvmMeters;
import io.dromedary.route.DoorHealth;
import io.dromedary.route.OwnRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dromedary by itself, outside Grafana: with settings of another file, with an example, with routes that are loaded
 * again when they are edited, and with an end that loses no call. System properties choose among these.
 */
final class Serving extends MainListenerSupport {

    /** A file with further settings, which win over those in application.properties. */
    static final String CONFIG = "dromedary.config";

    /** {@code true} loads routes again when their files change. */
    static final String DEV = "dromedary.dev";

    /** Name of one of {@code examples/}, to run beside all else. */
    static final String EXAMPLE = "example";

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

    private final Path home;
    private final Properties system;

    /**
     * @param home directory of application.properties, routes/, kamelets/ and examples/
     * @param system where the choices stand
     */
    Serving(Path home, Properties system) {
        this.home = home;
        this.system = system;
    }

    /**
     * Prepares a bundle that is not started yet.
     *
     * @throws IllegalArgumentException if there is no such example
     */
    void prepare(Main main) throws IOException {
        main.addOverrideProperty("camel.main.shutdown-timeout", "{{dromedary.http.drain-timeout}}");
        if (!system.getProperty(CONFIG, "").isBlank()) {
            override(Path.of(system.getProperty(CONFIG)), main);
        }
        if (!system.getProperty(EXAMPLE, "").isBlank()) {
            addExample(system.getProperty(EXAMPLE), main);
        }
        if (Boolean.parseBoolean(system.getProperty(DEV))) {
            main.addOverrideProperty("camel.main.routes-reload-enabled", "true");
            main.addOverrideProperty("camel.main.routes-reload-directory", home + "/routes");
            main.addOverrideProperty("camel.main.routes-reload-directory-recursive", "true");
            main.addOverrideProperty("camel.main.routes-reload-pattern", "**/*.camel.yaml");
            main.addOverrideProperty("camel.main.routes-reload-remove-all-routes", "false");
        }
        main.addMainListener(this);
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        var context = main.getCamelContext();
        context.getRegistry().findByType(JvmMeters.class).forEach(JvmMeters::bind);
        var isPlain = context.resolvePropertyPlaceholders("{{dromedary.http.tls-certificate}}")
                .isBlank();
        var address = (isPlain ? "http://" : "https://")
                + context.resolvePropertyPlaceholders("{{dromedary.http.host}}:{{dromedary.http.port}}");
        LOG.info("Dromedary is ready. Look at it: {}/  Ask it: POST {}/api/v1/query", address, address);
        LOG.info("Health: {}/health  Metrics: {}/observe/metrics", address, address);
    }

    /** Readiness goes first, the doors close later: load balancers need a moment to notice. */
    @Override
    public void beforeStop(BaseMainSupport main) {
        var context = main.getCamelContext();
        var doors = context.getRegistry().findSingleByType(DoorHealth.class);
        if (doors == null || !context.isStarted()) {
            return;
        }
        doors.leave();
        var delay = delay(context);
        LOG.info("Stopping; calls are still taken for {} s", delay.toSeconds());
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration delay(CamelContext context) {
        var text = context.resolvePropertyPlaceholders("{{dromedary.http.drain-delay}}");
        return context.getTypeConverter().convertTo(Duration.class, text);
    }

    private void addExample(String name, Main main) throws IOException {
        var routes = home.resolve("examples").resolve(name + ".camel.yaml");
        var settings = home.resolve("examples").resolve(name + ".properties");
        if (!NAME.matcher(name).matches() || (!Files.exists(routes) && !Files.exists(settings))) {
            throw new IllegalArgumentException("There is no example \"" + name + "\" in examples/");
        }
        if (Files.exists(settings)) {
            override(settings, main);
        }
        if (Files.exists(routes)) {
            main.addOverrideProperty("camel.main.routes-include-pattern", OwnRoutes.patterns(home) + ",file:" + routes);
        }
    }

    private static void override(Path file, Main main) throws IOException {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        settings.stringPropertyNames().forEach(key -> main.addOverrideProperty(key, settings.getProperty(key)));
    }
}
