// SPDX-License-Identifier: Apache-2.0
package io.dromedary.product;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Attributes and tags that Datadog itself names: its standard attributes and those its integrations and libraries send.
 * Which ones an account has, nobody tells.
 */
final class StandardFacets {

    private static final String TAGS = """
            service env version host team region availability-zone cloud_provider cluster_name container_name image_name
            kube_cluster_name kube_namespace kube_deployment kube_container_name pod_name
            """;
    private static final String HTTP = """
            @http.method @http.status_code @http.url @http.url_details.host @http.url_details.path @http.useragent
            @network.client.ip
            """;
    private static final String USER = "@usr.id @usr.name @usr.email";
    private static final String BUILD = """
            @ci.provider.name @ci.pipeline.name @ci.pipeline.id @ci.pipeline.number @ci.stage.name @ci.job.name
            @git.repository.name @git.repository.id @git.branch @git.tag @git.commit.sha @git.commit.author.name
            @git.commit.author.email @duration @error.type @error.message
            """;

    private static final Map<EventProduct, List<String>> TEXTS = Map.ofEntries(
            Map.entry(EventProduct.LOGS, List.of(TAGS, HTTP, USER, """
                    source status @duration @error.kind @error.message @logger.name @logger.thread_name @evt.name
                    @evt.outcome @db.instance @db.operation @network.destination.ip @network.client.geoip.country.name
                    """)),
            Map.entry(EventProduct.SPANS, List.of(TAGS, HTTP, USER, """
                    operation_name resource_name status type @duration @http.route @error.type @error.message @span.kind
                    @component @language @peer.service @db.system @db.instance @rpc.system @rpc.service @rpc.method
                    @messaging.system @messaging.destination @_top_level @_trace_root
                    """)),
            Map.entry(EventProduct.RUM, List.of(USER, """
                    service env version @type @application.id @session.id @session.type @session.has_replay
                    @view.id @view.name @view.url @view.url_path @view.url_path_group @view.time_spent @view.loading_time
                    @view.first_contentful_paint @view.largest_contentful_paint @view.cumulative_layout_shift
                    @view.interaction_to_next_paint @view.error.count @action.type @action.name @action.target.name
                    @action.loading_time @resource.type @resource.method @resource.status_code @resource.url
                    @resource.url_host @resource.url_path @resource.duration @resource.size @error.source @error.type
                    @error.message @error.handling @long_task.duration @geo.country @geo.city @device.type @device.name
                    @os.name @os.version @browser.name @browser.version
                    """)),
            Map.entry(EventProduct.AUDIT, List.of(HTTP, """
                    @evt.name @evt.actor.type @action @asset.type @asset.id @asset.name @usr.id @usr.uuid @usr.email
                    @network.client.geoip.country.name
                    """)),
            Map.entry(EventProduct.CI_PIPELINES, List.of(BUILD, """
                    ci_level env @ci.status @ci.job.id @ci.queue_time @ci.partial_retry @ci.node.name @git.default_branch
                    """)),
            Map.entry(EventProduct.CI_TESTS, List.of(BUILD, """
                    test_level env @test.status @test.service @test.module @test.suite @test.name @test.type
                    @test.framework @test.is_flaky @test.is_new @test.is_retry @test.skip_reason @test.codeowners
                    @test.source.file @runtime.name @runtime.version @os.platform @os.architecture @language
                    """)),
            Map.entry(EventProduct.EVENTS, List.of(TAGS, """
                    source status @evt.type @evt.name @title @priority @aggregation_key @monitor.id @monitor.name
                    @monitor.type @monitor.transition.trans_name
                    """)),
            Map.entry(EventProduct.SECURITY_SIGNALS, List.of(TAGS, HTTP, USER, """
                    source status security technique tactic @title @workflow.rule.id @workflow.rule.name
                    @workflow.rule.type @workflow.triage.state @workflow.triage.assignee.name
                    """)));

    private StandardFacets() {}

    /** Returns them as they are written in a search; of a product that is not told of, the usual tags. */
    static List<String> of(EventProduct product) {
        return TEXTS.getOrDefault(product, List.of(TAGS)).stream()
                .flatMap(text -> Arrays.stream(text.strip().split("\\s+")))
                .distinct()
                .toList();
    }
}
