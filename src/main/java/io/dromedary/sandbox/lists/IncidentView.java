// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.Service;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An incident of the shop as those see it who work on it. */
record IncidentView(World world, Incident incident, long nowMs) {

    private static final long NOTICED_MS = TimeUnit.MINUTES.toMillis(3);
    /** How long one looks on before one calls it resolved. */
    private static final long WATCHED_MS = TimeUnit.MINUTES.toMillis(40);

    private static final long REMEMBERED_MS = TimeUnit.DAYS.toMillis(90);

    /** Those of the last three months that somebody has noticed, newest first. */
    static List<IncidentView> all(World world, long nowMs) {
        return world.incidents().between(nowMs - REMEMBERED_MS, nowMs).stream()
                .filter(incident -> incident.startMs() + NOTICED_MS <= nowMs)
                .sorted(Comparator.comparingLong(Incident::startMs).reversed())
                .map(incident -> new IncidentView(world, incident, nowMs))
                .toList();
    }

    String id() {
        long key = Dice.key(Dice.key(world.seed(), "incident"), incident.number());
        return new UUID(key, Dice.key(key, 1)).toString();
    }

    long publicId() {
        return incident.number();
    }

    /** {@code active} while it hurts, {@code stable} for a while, then {@code resolved}. */
    String state() {
        if (nowMs < incident.endMs()) {
            return "active";
        }
        return nowMs < resolvedMs() ? "stable" : "resolved";
    }

    long detectedMs() {
        return incident.startMs() + NOTICED_MS;
    }

    long resolvedMs() {
        return incident.endMs() + WATCHED_MS;
    }

    /** Customers meet applications; of stores they notice what is slow. */
    String severity() {
        boolean seen = service().isApplication();
        if (incident.strength() > 1.1) {
            return seen ? "SEV-1" : "SEV-2";
        }
        return seen ? "SEV-2" : "SEV-3";
    }

    Service service() {
        return world.shop().service(incident.service()).orElseThrow();
    }

    /** The service in trouble first, then those who suffer with it. */
    List<String> services() {
        var all = new ArrayList<String>(List.of(incident.service()));
        world.shop().services().stream()
                .map(Service::name)
                .filter(name -> !name.equals(incident.service()))
                .filter(name -> world.shop().suffering(name, incident.service()) > 0)
                .forEach(all::add);
        return all;
    }

    String title() {
        return service().isApplication()
                ? incident.service() + " is slow and fails"
                : incident.service() + " does not keep up";
    }

    private People.Person commander() {
        return People.oneOf(service().team(), incident.number());
    }

    Listed listed() {
        var tags = services().stream().map(name -> "services:" + name).toList();
        return Listed.of(
                title(),
                tags,
                "state",
                state(),
                "severity",
                severity(),
                "service",
                incident.service(),
                "team",
                service().team(),
                "teams",
                service().team(),
                "public_id",
                Long.toString(publicId()),
                "customer_impacted",
                Boolean.toString(service().isApplication()),
                "commander",
                commander().handle());
    }

    private @Nullable Long impactEnd() {
        return nowMs < incident.endMs() ? null : incident.endMs();
    }

    /** As a list and a single incident are answered. */
    Map<String, Object> json() {
        return Tree.object(
                "type", "incidents", "id", id(), "attributes", attributes(), "relationships", relationships());
    }

    /** The same with who works on it, as a search answers. */
    Map<String, Object> found() {
        var attributes = attributes();
        for (String role : List.of("commander", "created_by", "declared_by", "last_modified_by")) {
            attributes.put(role, commander().user());
        }
        return Tree.object("type", "incidents", "id", id(), "attributes", attributes, "relationships", relationships());
    }

    private Map<String, Object> attributes() {
        boolean impacted = service().isApplication();
        Long end = impactEnd();
        boolean resolved = state().equals("resolved");
        long modified = resolved ? resolvedMs() : Math.max(detectedMs(), end == null ? 0 : end);
        return Tree.object(
                "public_id",
                publicId(),
                "incident_type_uuid",
                "41d2e10b-0000-4000-8000-00000000da7a",
                "title",
                title(),
                "resolved",
                resolved ? Times.offset(resolvedMs()) : null,
                "customer_impact_scope",
                impacted ? "Customers of " + incident.service() : null,
                "customer_impact_start",
                impacted ? Times.offset(incident.startMs()) : null,
                "customer_impact_end",
                impacted && end != null ? Times.offset(end) : null,
                "customer_impacted",
                impacted,
                "notification_handles",
                null,
                "last_modified_by_uuid",
                commander().id(),
                "created",
                Times.offset(detectedMs()),
                "modified",
                Times.offset(modified),
                "detected",
                Times.offset(detectedMs()),
                "created_by_uuid",
                commander().id(),
                "creation_idempotency_key",
                null,
                "customer_impact_duration",
                impacted ? ((end == null ? nowMs : end) - incident.startMs()) / 1000 : 0,
                "time_to_detect",
                NOTICED_MS / 1000,
                "time_to_repair",
                end == null ? 0 : (end - incident.startMs()) / 1000,
                "time_to_internal_response",
                60,
                "time_to_resolve",
                resolved ? (resolvedMs() - incident.startMs()) / 1000 : 0,
                "archived",
                null,
                "is_test",
                false,
                "declared",
                Times.offset(detectedMs()),
                "declared_by_uuid",
                commander().id(),
                "fields",
                fields(),
                "field_analytics",
                null,
                "severity",
                severity(),
                "state",
                state(),
                "non_datadog_creator",
                null,
                "visibility",
                "organization",
                "case_id",
                null);
    }

    private Map<String, Object> fields() {
        return Tree.object(
                "severity", field("dropdown", severity()),
                "state", field("dropdown", state()),
                "detection_method", field("dropdown", "monitor"),
                "root_cause", field("textbox", state().equals("resolved") ? "Trouble in " + incident.service() : null),
                "teams", field("autocomplete", List.of(service().team())),
                "services", field("autocomplete", services()),
                "slug", field("textbox", "IR-" + publicId()),
                "summary", field("textbox", title()));
    }

    private static Map<String, Object> field(String type, @Nullable Object value) {
        return Tree.object("type", type, "value", value);
    }

    private Map<String, Object> relationships() {
        var user = commander().reference("users");
        var none = Tree.object("data", List.of());
        return Tree.object(
                "created_by_user", user,
                "last_modified_by_user", user,
                "commander_user", user,
                "declared_by_user", user,
                "user_defined_fields", none,
                "integrations", none,
                "attachments", none,
                "responders", none,
                "impacts", none);
    }

    /** What customers noticed. */
    List<Map<String, Object>> impacts() {
        if (!service().isApplication()) {
            return List.of();
        }
        Long end = impactEnd();
        var attributes = Tree.object(
                "description",
                "Customers of " + incident.service() + " waited or met errors",
                "start_at",
                Times.offset(incident.startMs()),
                "end_at",
                end == null ? null : Times.offset(end),
                "created",
                Times.offset(detectedMs()),
                "modified",
                Times.offset(detectedMs()),
                "impact_type",
                "customer");
        long key = Dice.key(Dice.key(world.seed(), "impact"), incident.number());
        return List.of(Tree.object(
                "type",
                "incident_impacts",
                "id",
                new UUID(key, Dice.key(key, 1)).toString(),
                "attributes",
                attributes));
    }
}
