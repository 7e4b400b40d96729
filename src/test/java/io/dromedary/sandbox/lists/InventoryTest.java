// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import static io.dromedary.sandbox.lists.Pages.ok;
import static io.dromedary.sandbox.lists.Pages.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.Sandbox;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryTest {

    private final Sandbox sandbox = new Sandbox();

    private static String page(String size, String cursor) {
        return cursor.isEmpty() ? query(size, "2") : query(size, "2", "page[cursor]", cursor);
    }

    @ParameterizedTest
    @CsvSource({"/api/v2/containers", "/api/v2/container_images"})
    void cursorsCoverAllOnceAndEnd(String path) {
        var all = Pages.cursors(sandbox, path, cursor -> page("page[size]", cursor), "/meta/pagination/next_cursor");
        var whole = ok(sandbox.get(path, ""));
        assertThat(all).hasSize(whole.at("/meta/pagination/total").asInt()).hasSizeGreaterThan(4);
        assertThat(whole.at("/meta/pagination/next_cursor").isNull()).isTrue();
    }

    @Test
    void cursorsOfProcessesEndOnAnEmptyPage() {
        var all =
                Pages.cursors(sandbox, "/api/v2/processes", cursor -> page("page[limit]", cursor), "/meta/page/after");
        assertThat(all).hasSize(24 * 5);
        var last = ok(sandbox.get("/api/v2/processes", query("page[limit]", "10000")));
        String after = last.at("/meta/page/after").asText();
        assertThat(after).isNotEmpty();
        assertThat(ok(sandbox.get("/api/v2/processes", query("page[cursor]", after))))
                .hasToString("{\"data\":[]}");
    }

    @Test
    void containersAreThoseThatReportMetrics() {
        var reported = sandbox.series("avg:docker.cpu.usage{*} by {host}");
        assertThat(ok(sandbox.get("/api/v2/containers", "")).path("data"))
                .extracting(one -> "host:" + one.at("/attributes/host").asText())
                .containsExactlyInAnyOrderElementsOf(reported.keySet());
    }

    @Test
    void groupsOfContainersAddUp() {
        var groups =
                ok(sandbox.get("/api/v2/containers", "group_by=service,env")).path("data");
        int sum = 0;
        for (var group : groups) {
            assertThat(group.path("type").asText()).isEqualTo("container_group");
            sum += group.at("/attributes/count").asInt();
        }
        assertThat(sum)
                .isEqualTo(
                        ok(sandbox.get("/api/v2/containers", "")).path("data").size());
        assertThat(ok(sandbox.get("/api/v2/containers", query("filter[tags]", "service:web,env:staging")))
                        .path("data"))
                .hasSize(1);
    }

    @Test
    void processesHaveTimesWithoutAZone() {
        var found = ok(sandbox.get("/api/v2/processes", query("search", "checkout.jar", "tags", "env:prod")))
                .path("data");
        assertThat(found)
                .hasSize(3)
                .allSatisfy(one -> assertThat(
                                LocalDateTime.parse(one.at("/attributes/start").asText()))
                        .isBefore(LocalDateTime.parse(
                                one.at("/attributes/timestamp").asText())));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/containers,page%5Bcursor%5D=x",
        "/api/v2/processes,page%5Bcursor%5D=%21",
        "/api/v2/containers,page%5Bsize%5D=0",
        "/api/v2/processes,page%5Blimit%5D=10001"
    })
    void refusesBadPages(String path, String query) {
        assertThat(sandbox.get(path, query).status()).isEqualTo(400);
    }

    @Test
    void devicesArePaged() {
        var all = Pages.all(
                sandbox,
                "/api/v2/ndm/devices",
                4,
                page -> query("page[size]", "4", "page[number]", Integer.toString(page)),
                "/data",
                "/id");
        assertThat(all).hasSize(9);
        assertThat(ok(sandbox.get("/api/v2/ndm/devices", query("filter[tag]", "device_type:router")))
                        .path("data"))
                .extracting(one -> one.at("/attributes/name").asText())
                .containsExactly("router-apse1", "router-euw1", "router-use1");
        JsonNode first = all.get(0);
        assertThat(ok(sandbox.get("/api/v2/ndm/devices/" + first.path("id").asText(), ""))
                        .path("data"))
                .isEqualTo(first);
        assertThat(ok(sandbox.get(
                                "/api/v2/ndm/interfaces",
                                query("device_id", first.path("id").asText())))
                        .path("data"))
                .hasSize(4);
    }
}
