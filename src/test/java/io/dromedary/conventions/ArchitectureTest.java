// SPDX-License-Identifier: Apache-2.0
package io.dromedary.conventions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.BindToRegistry;

/** What may know what. A room is a package right below {@code io.dromedary}, with its own packages below. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "io.dromedary";

    /** A product below {@code query} is a room of its own: {@code query} must not know it. */
    private static final Set<String> PRODUCTS =
            Set.of("query.metrics", "query.events", "query.lists", "query.self", "query.traces", "query.ddsql");

    /** The rooms, and which others each may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("call", Set.of()),
            Map.entry("frame", Set.of()),
            Map.entry("metricql", Set.of()),
            Map.entry("product", Set.of()),
            Map.entry("search", Set.of("metricql")),
            Map.entry("plugin", Set.of("proto", "tracing")),
            Map.entry("grpc", Set.of("call", "tracing")),
            Map.entry("resource", Set.of("call")),
            Map.entry("sandbox", Set.of("metricql")),
            Map.entry("instance", Set.of("call")),
            Map.entry("datadog", Set.of("call", "instance")),
            Map.entry("query", Set.of("call", "frame", "instance", "datadog", "metricql", "product")),
            Map.entry("metadata", Set.of("call", "instance", "datadog")),
            Map.entry(
                    "query.metrics",
                    Set.of("call", "frame", "instance", "datadog", "metadata", "metricql", "query", "search")),
            Map.entry("query.self", Set.of("call", "frame", "instance", "datadog", "query")),
            Map.entry("query.ddsql", Set.of("call", "frame", "instance", "datadog", "metricql", "query")),
            Map.entry("query.traces", Set.of("call", "frame", "instance", "datadog", "metricql", "query", "search")),
            Map.entry("query.lists", Set.of("call", "frame", "instance", "datadog", "metricql", "query", "resource")),
            Map.entry(
                    "query.events",
                    Set.of("call", "frame", "instance", "datadog", "metricql", "product", "query", "search")),
            Map.entry(
                    "autocomplete",
                    Set.of(
                            "call",
                            "instance",
                            "datadog",
                            "health",
                            "metricql",
                            "product",
                            "query.events",
                            "resource",
                            "search")),
            Map.entry(
                    "editor",
                    Set.of(
                            "call",
                            "instance",
                            "datadog",
                            "metadata",
                            "metricql",
                            "product",
                            "query",
                            "autocomplete",
                            "resource",
                            "search")),
            Map.entry("health", Set.of("call", "instance", "datadog")),
            Map.entry("pipeline", Set.of("call", "datadog", "frame", "instance", "query")),
            Map.entry("watch", Set.of("call", "frame", "health", "instance", "query")),
            Map.entry("grafana", Set.of("call", "frame", "instance", "query", "health", "resource", "proto")),
            Map.entry("api", Set.of("call", "frame", "instance", "datadog", "query", "health", "resource")),
            Map.entry("http", Set.of("call", "api", "tracing")),
            Map.entry("rpc", Set.of("call", "frame", "query", "health", "api", "proto")),
            Map.entry("settings", Set.of()),
            Map.entry("route", Set.of("grpc", "health", "http")),
            Map.entry(
                    "step",
                    Set.of(
                            "call",
                            "instance",
                            "datadog",
                            "query",
                            "query.events",
                            "api",
                            "http",
                            "observe",
                            "route",
                            "sandbox",
                            "tracing")),
            Map.entry("observe", Set.of()),
            Map.entry("tracing", Set.of()),
            Map.entry("proto", Set.of()));

    /** These see everything, and nothing sees them. */
    private static final Set<String> WIRING = Set.of("", "config");

    @ArchTest
    static final ArchRule roomsUseOnlyWhatTheyMay = classes()
            .should(new ArchCondition<>("use only what their room may") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    var room = room(item);
                    item.getDirectDependenciesFromSelf().stream()
                            .filter(dependency ->
                                    dependency.getTargetClass().getPackageName().startsWith(ROOT))
                            .filter(dependency -> !mayUse(room, room(dependency.getTargetClass())))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
                }
            });

    @ArchTest
    static void everyRoomIsListed(JavaClasses all) {
        var rooms = new TreeSet<String>();
        all.forEach(type -> rooms.add(room(type)));
        var listed = new HashSet<>(MAY_USE.keySet());
        listed.addAll(WIRING);

        assertThat(listed).containsAll(rooms);
    }

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("io.dromedary.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyWiringAndTheDoorKnowCamel = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.dromedary",
                    "io.dromedary.config",
                    "io.dromedary.step",
                    "io.dromedary.route",
                    "io.dromedary.settings",
                    "io.dromedary.grpc")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule onlyTheProtocolKnowsProtobuf = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..config..", "..grafana..", "..grpc..", "..rpc..", "..plugin..", "..proto..", "..tracing.otlp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.protobuf..", "io.grpc..", "..proto..");

    @ArchTest
    static final ArchRule onlyFramesKnowArrow = noClasses()
            .that()
            .resideOutsideOfPackage("..frame..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.arrow..", "com.google.flatbuffers..");

    @ArchTest
    static final ArchRule onlyTheDatadogRoomKnowsTheHttpClient = noClasses()
            .that()
            .resideOutsideOfPackages("..config..", "..step..", "..datadog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..");

    /** Its classes would be loaded where nobody wants traces. */
    @ArchTest
    static final ArchRule onlyTheSenderOfTracesKnowsOpenTelemetry = noClasses()
            .that()
            .resideOutsideOfPackage("..tracing.otlp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.opentelemetry..");

    @ArchTest
    static final ArchRule beansAreBoundInConfig = methods()
            .that()
            .areAnnotatedWith(BindToRegistry.class)
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("..config..");

    @ArchTest
    static final ArchRule nothingChangesBehindTheBack = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..proto..")
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Helper");

    private static boolean mayUse(String user, String used) {
        return user.equals(used)
                || WIRING.contains(user)
                || MAY_USE.getOrDefault(user, Set.of()).contains(used);
    }

    private static String room(JavaClass type) {
        var below = type.getPackageName().substring(ROOT.length()).replaceFirst("^\\.", "");
        return PRODUCTS.stream()
                .filter(product -> (below + ".").startsWith(product + "."))
                .findFirst()
                .orElse(below.replaceFirst("\\..*", ""));
    }
}
