// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.world.Dice;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Incidents as the API writes them. */
final class IncidentJson {

    private IncidentJson() {}

    /** As a list and a single incident are answered. */
    static Map<String, Object> json(IncidentView view) {
        return Tree.object(
                "type",
                "incidents",
                "id",
                view.id(),
                "attributes",
                attributes(view),
                "relationships",
                relationships(view));
    }

    /** The same with who works on it, as a search answers. */
    static Map<String, Object> found(IncidentView view) {
        var attributes = attributes(view);
        for (String role : List.of("commander", "created_by", "declared_by", "last_modified_by")) {
            attributes.put(role, view.commander().user());
        }
        return Tree.object(
                "type", "incidents", "id", view.id(), "attributes", attributes, "relationships", relationships(view));
    }

    private static Map<String, Object> attributes(IncidentView view) {
        boolean impacted = view.service().isApplication();
        Long end = view.impactEnd();
        boolean resolved = view.state().equals("resolved");
        long modified = resolved ? view.resolvedMs() : Math.max(view.detectedMs(), end == null ? 0 : end);
        return Tree.object(
                "public_id",
                view.publicId(),
                "incident_type_uuid",
                "41d2e10b-0000-4000-8000-00000000da7a",
                "title",
                view.title(),
                "resolved",
                resolved ? Times.offset(view.resolvedMs()) : null,
                "customer_impact_scope",
                impacted ? "Customers of " + view.incident().service() : null,
                "customer_impact_start",
                impacted ? Times.offset(view.incident().startMs()) : null,
                "customer_impact_end",
                impacted && end != null ? Times.offset(end) : null,
                "customer_impacted",
                impacted,
                "notification_handles",
                null,
                "last_modified_by_uuid",
                view.commander().id(),
                "created",
                Times.offset(view.detectedMs()),
                "modified",
                Times.offset(modified),
                "detected",
                Times.offset(view.detectedMs()),
                "created_by_uuid",
                view.commander().id(),
                "creation_idempotency_key",
                null,
                "customer_impact_duration",
                impacted ? ((end == null ? view.nowMs() : end) - view.incident().startMs()) / 1000 : 0,
                "time_to_detect",
                IncidentView.NOTICED_MS / 1000,
                "time_to_repair",
                end == null ? 0 : (end - view.incident().startMs()) / 1000,
                "time_to_internal_response",
                60,
                "time_to_resolve",
                resolved ? (view.resolvedMs() - view.incident().startMs()) / 1000 : 0,
                "archived",
                null,
                "is_test",
                false,
                "declared",
                Times.offset(view.detectedMs()),
                "declared_by_uuid",
                view.commander().id(),
                "fields",
                fields(view),
                "field_analytics",
                null,
                "severity",
                view.severity(),
                "state",
                view.state(),
                "non_datadog_creator",
                null,
                "visibility",
                "organization",
                "case_id",
                null);
    }

    private static Map<String, Object> fields(IncidentView view) {
        return Tree.object(
                "severity", field("dropdown", view.severity()),
                "state", field("dropdown", view.state()),
                "detection_method", field("dropdown", "monitor"),
                "root_cause",
                        field(
                                "textbox",
                                view.state().equals("resolved")
                                        ? "Trouble in " + view.incident().service()
                                        : null),
                "teams", field("autocomplete", List.of(view.service().team())),
                "services", field("autocomplete", view.services()),
                "slug", field("textbox", "IR-" + view.publicId()),
                "summary", field("textbox", view.title()));
    }

    private static Map<String, Object> field(String type, @Nullable Object value) {
        return Tree.object("type", type, "value", value);
    }

    private static Map<String, Object> relationships(IncidentView view) {
        var user = view.commander().reference("users");
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
    static List<Map<String, Object>> impacts(IncidentView view) {
        if (!view.service().isApplication()) {
            return List.of();
        }
        Long end = view.impactEnd();
        var attributes = Tree.object(
                "description",
                "Customers of " + view.incident().service() + " waited or met errors",
                "start_at",
                Times.offset(view.incident().startMs()),
                "end_at",
                end == null ? null : Times.offset(end),
                "created",
                Times.offset(view.detectedMs()),
                "modified",
                Times.offset(view.detectedMs()),
                "impact_type",
                "customer");
        long key = Dice.key(
                Dice.key(view.world().seed(), "impact"), view.incident().number());
        return List.of(Tree.object(
                "type",
                "incident_impacts",
                "id",
                new UUID(key, Dice.key(key, 1)).toString(),
                "attributes",
                attributes));
    }
}
