// SPDX-License-Identifier: Apache-2.0
package io.dromedary.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.query.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RouteConventionsTest {

    private static final int MAX_STEPS = 7;
    private static final int MAX_LINES = 80;
    private static final List<String> DOORS = List.of("grpc-door", "rpc-door", "platform-http");

    /** Work that nobody asks for, such as cleaning up. */
    private static final List<String> CLOCKS = List.of("timer", "scheduler");

    private static final Map<Path, List<RouteDefinition>> FILES = new TreeMap<>();

    @BeforeAll
    static void loadRoutes() throws Exception {
        try (var files = Files.walk(Path.of("routes"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                FILES.put(file, load(file));
            }
        }
    }

    @Test
    void everyRouteSaysWhatItTakesGivesAndFailsWith() {
        assertThat(routes()).isNotEmpty();
        routes().forEach(route -> {
            assertThat(route.getId()).matches("[a-z]+(-[a-z]+)+");
            assertThat(route.getDescriptionText()).as(route.getId()).containsSubsequence("in:", "out:", "fails:");
        });
    }

    @Test
    void everyRouteIsShortAndItsStepsBearItsName() {
        routes().forEach(route -> {
            assertThat(steps(route)).as(route.getId()).hasSizeLessThanOrEqualTo(MAX_STEPS);
            assertThat(below(route))
                    .as(route.getId())
                    .extracting(ProcessorDefinition::getId)
                    .allSatisfy(id -> assertThat(id).startsWith(route.getId() + "-"));
        });
    }

    /** Camel refuses to start otherwise. */
    @Test
    void everyIdIsGivenOnce() {
        var ids = Stream.concat(
                routes().map(RouteDefinition::getId),
                routes().flatMap(route -> below(route).stream()).map(ProcessorDefinition::getId));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void aFileHoldsTheRoutesOfItsDomainAndFitsOnAPage() {
        FILES.forEach((file, routes) -> {
            var domain = file.getName(1).toString();
            assertThat(file).asString().endsWith(".camel.yaml");
            assertThat(lines(file)).as(file.toString()).isLessThanOrEqualTo(MAX_LINES);
            assertThat(routes)
                    .extracting(RouteDefinition::getId)
                    .allSatisfy(id -> assertThat(id).startsWith(domain + "-"));
        });
    }

    @Test
    void aRouteIsADoorOrIsReachedByItsName() {
        routes().forEach(route -> {
            var uri = route.getInput().getEndpointUri();
            if (!DOORS.contains(scheme(uri)) && !CLOCKS.contains(scheme(uri))) {
                assertThat(uri).isEqualTo("direct:" + route.getId());
            }
        });
    }

    /** Otherwise its own error handler keeps a failure from the caller's steps and error handling. */
    @Test
    void anInnerRouteLeavesItsFailuresToTheCallerOrAnswersForThem() {
        assertThat(routes())
                .filteredOn(route -> route.getInput().getEndpointUri().startsWith("direct:"))
                .filteredOn(route -> !(route.getErrorHandlerFactory() instanceof NoErrorHandlerDefinition))
                .filteredOn(route -> route.getRouteConfigurationId() == null)
                .extracting(RouteDefinition::getId)
                .isEmpty();
    }

    @Test
    void everyRouteThatIsCalledExists() {
        var ids = routes().map(RouteDefinition::getId).toList();

        assertThat(calls("direct:")).isNotEmpty().isSubsetOf(ids);
    }

    @Test
    void onlyOneRouteSpeaksToDatadog() {
        assertThat(routes())
                .filteredOn(route -> below(route).stream().anyMatch(RouteConventionsTest::isHttp))
                .extracting(RouteDefinition::getId)
                .containsExactly("datadog-call");
    }

    @Test
    void everyKindOfQueryHasItsRoute() {
        var kinds = Arrays.stream(Query.Kind.values())
                .map(kind -> "query-" + kind.wireName())
                .toList();

        assertThat(routes().map(RouteDefinition::getId)).containsAll(kinds);
    }

    private static Stream<RouteDefinition> routes() {
        return FILES.values().stream().flatMap(List::stream);
    }

    /** The context is not started, so it has nothing to close. */
    private static List<RouteDefinition> load(Path file) throws Exception {
        ModelCamelContext context = new DefaultCamelContext();
        var resource = ResourceHelper.resolveMandatoryResource(context, "file:" + file);
        PluginHelper.getRoutesLoader(context).loadRoutes(resource);
        return List.copyOf(context.getRouteDefinitions());
    }

    /** Returns the steps right inside: onException is listed there too, but is none. */
    private static List<ProcessorDefinition<?>> steps(ProcessorDefinition<?> parent) {
        return parent.getOutputs().stream().filter(step -> !step.isAbstract()).toList();
    }

    /** Returns the steps of a route with all the steps inside them. */
    private static List<ProcessorDefinition<?>> below(ProcessorDefinition<?> parent) {
        var found = new ArrayList<ProcessorDefinition<?>>();
        for (var step : steps(parent)) {
            found.add(step);
            found.addAll(below(step));
        }
        return found;
    }

    private static List<String> calls(String scheme) {
        return routes().flatMap(route -> below(route).stream())
                .filter(ToDefinition.class::isInstance)
                .map(step -> ((ToDefinition) step).getEndpointUri())
                .filter(uri -> uri.startsWith(scheme))
                .map(uri -> uri.substring(scheme.length()).replaceFirst("\\?.*", ""))
                .toList();
    }

    private static boolean isHttp(ProcessorDefinition<?> step) {
        return step instanceof ToDefinition to && scheme(to.getEndpointUri()).contains("http");
    }

    private static String scheme(String uri) {
        return uri.replaceFirst(":.*", "");
    }

    private static long lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException unreadable) {
            throw new AssertionError(file.toString(), unreadable);
        }
    }
}
