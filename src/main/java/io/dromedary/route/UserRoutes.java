// SPDX-License-Identifier: Apache-2.0
package io.dromedary.route;

import io.dromedary.health.Check;
import io.dromedary.health.CheckSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupListener;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the routes that users dropped into {@code routes/}, each file for itself and once all of ours are there: one
 * that cannot be read, or names a component that is not there, takes nobody along. Health tells of it, and the log why.
 */
public final class UserRoutes implements CamelConfiguration, StartupListener, CheckSource {

    private static final Logger LOG = LoggerFactory.getLogger(UserRoutes.class);
    private static final String SUFFIX = ".camel.yaml";

    private final Path directory;
    private final Set<String> unusable = new ConcurrentSkipListSet<>();

    /** @param directory with our routes in its rooms, and those of users wherever else */
    public UserRoutes(Path directory) {
        this.directory = directory;
    }

    @Override
    public void configure(CamelContext context) throws Exception {
        context.getRegistry().bind("userRoutes", this);
        context.addStartupListener(this);
    }

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        // ours are not started yet
    }

    @Override
    public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) throws IOException {
        try (var all = Files.walk(directory)) {
            all.map(directory::relativize)
                    .filter(UserRoutes::isOfUsers)
                    .sorted()
                    .forEach(file -> add(file, context));
        }
    }

    /** What Kubernetes mounts is there a second time, in a hidden directory. */
    private static boolean isOfUsers(Path file) {
        return file.toString().endsWith(SUFFIX)
                && !OwnRoutes.include(file)
                && StreamSupport.stream(file.spliterator(), false)
                        .noneMatch(part -> part.toString().startsWith("."));
    }

    private void add(Path file, CamelContext context) {
        try {
            var routes = PluginHelper.getRoutesLoader(context)
                    .updateRoutes(ResourceHelper.resolveMandatoryResource(context, "file:" + directory.resolve(file)));
            routes.forEach(route -> start(route, context));
        } catch (Exception e) {
            var name = file.toString().replace('\\', '/');
            unusable.add(name);
            LOG.error("The routes in {} cannot be used: {}", name, text(e));
            LOG.debug("Why the routes in {} cannot be used", name, e);
        }
    }

    /** The innermost cause has the line of a mistake; the outer ones often repeat it. */
    private static String text(Exception thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var outer = String.valueOf(thrown.getMessage());
        var inner = String.valueOf(cause.getMessage());
        return outer.contains(inner) ? outer : outer + ": " + inner;
    }

    /** Camel leaves routes that come later to whoever adds them; it tries again those that cannot start. */
    private static void start(String route, CamelContext context) {
        try {
            context.getRouteController().startRoute(route);
        } catch (Exception e) {
            LOG.debug("Route {} cannot start", route, e);
        }
    }

    /** What is wrong may hold a password, and everybody may read this. */
    @Override
    public List<Check> checks() {
        return unusable.stream()
                .map(name -> new Check(
                        "routes:" + name,
                        StuckRoutes.GROUP,
                        Check.State.DOWN,
                        "The routes in " + name + " could not be used at the start; the log tells why",
                        Map.of()))
                .toList();
    }
}
