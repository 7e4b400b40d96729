// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.product.EventProduct;
import io.dromedary.query.Reduction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays events recorded from the real Datadog, where {@code -Ddromedary.recordings} names the directory that holds
 * them. Each file is a JSON array of {@code httpRequest} and {@code httpResponse} pairs, the pages of one search.
 */
@EnabledIfSystemProperty(named = "dromedary.recordings", matches = ".+")
class RecordedEventsTest {

    /** A reply of status 200, and the product that was asked. */
    record Recording(String file, EventProduct product, String body, boolean aggregate) {
        @Override
        public String toString() {
            return file + " (" + product + ")";
        }
    }

    static List<Recording> searches() throws IOException {
        return recordings().stream().filter(one -> !one.aggregate()).toList();
    }

    static List<Recording> aggregates() throws IOException {
        return recordings().stream().filter(Recording::aggregate).toList();
    }

    static List<Recording> recordings() throws IOException {
        var recordings = new ArrayList<Recording>();
        try (var files = Files.walk(Path.of(System.getProperty("dromedary.recordings")))) {
            for (var file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                for (var exchange : new ObjectMapper().readTree(file.toFile())) {
                    var path = exchange.at("/httpRequest/path").asText();
                    if (exchange.at("/httpResponse/statusCode").asInt() == 200) {
                        var body = exchange.at("/httpResponse/body");
                        var text = body.isTextual()
                                ? body.asText()
                                : body.path("json").toString();
                        Arrays.stream(EventProduct.values())
                                .filter(product -> path.equals(product.searchPath())
                                        || path.equals(product.aggregatePath())
                                        || path.equals(product.searchPath().replace("/search", "")))
                                .findFirst()
                                .ifPresent(product -> recordings.add(new Recording(
                                        file.getFileName().toString(), product, text, path.endsWith("aggregate"))));
                    }
                }
            }
        }
        return recordings;
    }

    @ParameterizedTest
    @MethodSource("searches")
    void readsEventsWithTimesIdsAndTypedColumns(Recording recording) throws IOException {
        var page = EventPageReader.read(stream(recording.body()));

        var tree = new ObjectMapper().readTree(recording.body());
        assertThat(page.events()).hasSize(tree.path("data").size());
        assertThat(page.cursor()).isEqualTo(tree.at("/meta/page/after").asText());
        assertThat(page.state().notices()).isEmpty();
        var ids = new HashSet<String>();
        for (var event : page.events()) {
            assertThat(ids.add(event.id())).isTrue();
            var nanos = EventTime.nanos(event.first(recording.product().times()));
            assertThat(Instant.ofEpochSecond(nanos / 1_000_000_000))
                    .isBetween("2020-01-01T00:00:00Z", "2026-12-31T00:00:00Z");
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void bearsEachMemberMissingOrOfAnotherType(Recording recording) throws IOException {
        var reply = new ObjectMapper().readTree(recording.body());
        var questions = recording.aggregate()
                ? List.of("`mode`:`aggregate`", "`mode`:`aggregate`,`format`:`scalar`")
                : List.of("`limit`:2", "`mode`:`annotations`,`limit`:2");

        questions.forEach(members -> new DamagedEventsTest().damage(recording.product(), members, reply));
    }

    @Test
    void aSpanKeepsTheDigitsOfItsIdsAndItsLengthInNanoseconds() throws IOException {
        var span = first("Search_spans_returns_OK_response_with_pagination.json");

        assertThat(span.value("span_id")).isEqualTo("12174885344805365765");
        assertThat(span.value("@duration")).isEqualTo("4218725");
        assertThat(span.value("service")).isEqualTo("python-sample-app-spartancrimson");
        assertThat(span.value("@http.status_code")).isEqualTo("200");
        assertThat(span.value("space_name")).as("a tag").isEqualTo("space_1");
    }

    @Test
    void aTestRunHasItsStartInNanoseconds() throws IOException {
        var run = first("Search_tests_events_returns_OK_response.json");

        assertThat(EventTime.nanos(run.first(EventProduct.CI_TESTS.times()))).isEqualTo(1_666_363_740_936_000_512L);
        assertThat(run.value("@test.status")).isEqualTo("skip");
    }

    @Test
    void anEventHasItsTitleAndAnIdThatFitsIntoNoDouble() throws IOException {
        var event = first("Search_events_returns_OK_response_with_pagination.json");

        assertThat(event.value("@title")).isEqualTo("[Synthetics] EVMGT pipeline test");
        assertThat(event.value("@evt.id")).isEqualTo("6567977596797486753");
        assertThat(event.value("environment")).as("a tag that is sent twice").isEqualTo("staging");
    }

    @Test
    void aSignalHasTextsWhereDatadogSendsLists() throws IOException {
        var page = page("Get_a_list_of_security_signals_returns_OK_response_with_pagination.json", 1);

        assertThat(page.events().get(0).value("service")).isEqualTo("route53");
        assertThat(page.events().get(0).value("@workflow.triage.state")).isEqualTo("open");
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void readsGroupsAndTheirNumbers(Recording recording) throws IOException {
        var reply = AggregateReplyReader.read(stream(recording.body()));

        var tree = new ObjectMapper().readTree(recording.body());
        var buckets = tree.path("data").isArray() ? tree.path("data") : tree.at("/data/buckets");
        assertThat(reply.buckets()).hasSize(buckets.size());
        for (var bucket : reply.buckets()) {
            assertThat(bucket.computes()).containsKey(0);
            assertThat(bucket.computes().get(0).values()).isNotEmpty().doesNotContain(Double.NaN);
            assertThat(bucket.computes().get(0).times()).isSorted();
        }
    }

    @Test
    void addsTheCountsOfGroupsThatLookTheSame() throws IOException {
        var file = aggregates().stream()
                .filter(one -> one.file().equals("Aggregate_tests_events_returns_OK_response.json"))
                .findFirst();
        assumeThat(file).isPresent();
        var reply = AggregateReplyReader.read(stream(file.orElseThrow().body()));

        var merged = MergedGroups.of(reply, count());

        assertThat(merged).hasSize(8);
        assertThat(merged.get(1).by()).containsEntry("@git.branch", "branch2");
        assertThat(merged.get(1).computes().get(0).values()).containsExactly(309 + 30_597);
    }

    private static io.dromedary.query.EventTask.Aggregate count() {
        return new io.dromedary.query.EventTask.Aggregate(
                List.of(io.dromedary.query.EventTask.Compute.COUNT), List.of(), new Reduction("avg", 0, false), false);
    }

    private static Event first(String file) throws IOException {
        return page(file, 0).events().get(0);
    }

    private static EventPage page(String file, int number) throws IOException {
        var pages = searches().stream().filter(one -> one.file().equals(file)).toList();
        assumeThat(pages).hasSizeGreaterThan(number);
        return EventPageReader.read(stream(pages.get(number).body()));
    }

    private static ByteArrayInputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(UTF_8));
    }
}
