// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import static io.dromedary.sandbox.lists.Pages.ok;
import static io.dromedary.sandbox.lists.Pages.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people of the shop work with: dashboards, notebooks, teams, cases. */
class WorkplacesTest {

    private final Sandbox sandbox = new Sandbox();

    @Test
    void dashboardsAreListedAndShown() {
        var all = Pages.all(sandbox, "/api/v1/dashboard", 2, page -> "count=2&start=" + 2 * page, "/dashboards", "/id");
        assertThat(all).hasSize(5);
        for (var one : all) {
            var widgets = ok(sandbox.get("/api/v1/dashboard/" + one.path("id").asText(), ""))
                    .path("widgets");
            assertThat(widgets).isNotEmpty();
            for (var widget : widgets) {
                assertThat(sandbox.series(widget.at("/definition/requests/0/q").asText()))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void graveIncidentsHaveAPostmortemAndAllACase() {
        var notebooks = Pages.all(
                sandbox,
                "/api/v1/notebooks",
                10,
                page -> "count=10&include_cells=false&start=" + 10 * page,
                "/data",
                "/id");
        int grave = ok(sandbox.get("/api/v2/incidents/search", query("query", "severity:SEV-1 state:resolved")))
                .at("/data/attributes/total")
                .asInt();
        assertThat(notebooks)
                .hasSize(grave)
                .allMatch(one -> !one.path("attributes").has("cells"));
        long id = notebooks.get(0).path("id").asLong();
        assertThat(ok(sandbox.get("/api/v1/notebooks/" + id, "")).at("/data/attributes/cells"))
                .hasSize(1);

        int incidents = ok(sandbox.get("/api/v2/incidents/search", query("query", "*")))
                .at("/data/attributes/total")
                .asInt();
        assertThat(ok(sandbox.get("/api/v2/cases", "")).at("/meta/total_cases").asInt())
                .isEqualTo(incidents);
    }

    @Test
    void pagesOfCasesCountFromOne() {
        String filter = "status:closed service:payment";
        var all = Pages.all(
                sandbox,
                "/api/v2/cases",
                6,
                page -> query("filter", filter, "page[size]", "6", "page[number]", Integer.toString(page + 1)),
                "/data",
                "/id");
        assertThat(all)
                .isNotEmpty()
                .allMatch(one -> one.at("/attributes/status").asText().equals("CLOSED"));
        assertThat(ok(sandbox.get("/api/v2/cases", query("filter", filter)))
                        .at("/meta/total_cases")
                        .asInt())
                .isEqualTo(all.size());
        assertThat(sandbox.get("/api/v2/cases", query("page[number]", "0")).status())
                .isEqualTo(400);
    }

    @Test
    void somebodyOfEachTeamIsOnCall() {
        for (var team : ok(sandbox.get("/api/v2/team", "")).path("data")) {
            String handle = team.at("/attributes/handle").asText();
            var byTeam =
                    ok(sandbox.get("/api/v2/on-call/teams/" + team.path("id").asText() + "/on-call", ""));
            var bySchedule = ok(sandbox.get("/api/v2/on-call/schedules/" + handle + "/on-call", ""));
            assertThat(byTeam.at("/included/0/id").asText())
                    .isEqualTo(bySchedule.at("/data/relationships/user/data/id").asText())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/dashboard/none,404",
        "/api/v1/notebooks/1,404",
        "/api/v2/team/none,404",
        "/api/v2/on-call/schedules/none,404",
        "/api/v2/on-call/schedules/payments/on-call?filter%5Bat_ts%5D=now,400",
        "/api/v2/cases/none,404",
        "/api/v2/ndm/devices/none,404",
        "/api/v2/ndm/interfaces,400",
        "/api/v1/notebooks?sort_field=colour,400"
    })
    void refusesWhatIsWrong(String path, int status) {
        var parts = path.split("\\?", 2);
        assertThat(sandbox.get(parts[0], parts.length > 1 ? parts[1] : "").status())
                .isEqualTo(status);
    }

    @Test
    void answersTheValidationOfAKey() {
        assertThat(ok(sandbox.get("/api/v2/validate", ""))
                        .at("/data/attributes/valid")
                        .asBoolean())
                .isTrue();
    }
}
