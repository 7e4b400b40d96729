// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import static io.dromedary.config.DatadogWorld.json;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.call.Cancellation;
import io.dromedary.config.DatadogWorld;
import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.frame.Visualisation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Searches from the saved query to frames, over HTTP. */
@Timeout(60)
class EventSearchTest {

    private static final String LOGS = "/api/v2/logs/events/search";

    private static DatadogWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new DatadogWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void reset() {
        world.reset();
    }

    @Test
    void showsLogLinesAsGrafanaDoes() throws Exception {
        world.answers(LOGS, """
                {`data`:[{`id`:`one`,`type`:`log`,`attributes`:{
                  `timestamp`:`2026-03-01T11:59:58.123Z`,`status`:`warn`,`service`:`web`,`host`:`h1`,`message`:`slow`,
                  `tags`:[`env:prod`,`env:prod`,`team:shop`,`blue`],
                  `attributes`:{`http`:{`status_code`:200,`url`:null},`dd`:{`trace_id`:`0123`},`ok`:true,`n`:[1,2]}}}]}""");

        var frame = frame("{`queryType`:`logs`,`query`:`service:web`}");

        assertThat(frame.meta().type()).isEqualTo(FrameType.LOG_LINES);
        assertThat(frame.meta().visualisation()).isEqualTo(Visualisation.LOGS);
        assertThat(frame.meta().executedQuery()).isEqualTo("service:web");
        assertThat(frame.fields())
                .extracting(Field::name)
                .containsExactly("timestamp", "body", "severity", "id", "labels", "trace_id");
        assertThat(times(frame, "timestamp")).containsExactly(1_772_366_398_123_000_000L);
        assertThat(texts(frame, "body")).containsExactly("slow");
        assertThat(texts(frame, "severity")).containsExactly("warning");
        assertThat(texts(frame, "id")).containsExactly("one");
        assertThat(tree(((Column.Documents) column(frame, "labels")).values().get(0)))
                .isEqualTo(tree("{'status':'warn','service':'web','host':'h1','env':'prod','team':'shop','tag':'blue',"
                        + "'@http.status_code':'200','@dd.trace_id':'0123','@ok':'true','@n':'1, 2'}"));
        assertThat(field(frame, "trace_id").config().links())
                .singleElement()
                .satisfies(link -> assertThat(link.query().json()).contains("\"queryType\":\"trace\""));
    }

    @Test
    void asksWithVariablesFiltersAndTheWindow() throws Exception {
        world.answers(LOGS, "{`data`:[]}");

        frame("{`queryType`:`logs`,`query`:`service:$svc -status:$none error`,`limit`:5,`sort`:`asc`,"
                + "`indexes`:[`main`],`storage`:`flex`,`variables`:{`svc`:[`a`,`b c`],`none`:[]},"
                + "`filters`:[{`key`:`env`,`operator`:`!=`,`values`:[`dev`]}]}");

        assertThat(tree(world.sent().get(0)))
                .isEqualTo(tree("{'filter':{'query':'service:(a OR \\\"b c\\\") error -env:dev',"
                        + "'from':'2026-03-01T11:00:00Z','to':'2026-03-01T12:00:00Z','indexes':['main'],"
                        + "'storage_tier':'flex'},'sort':'timestamp','page':{'limit':5}}"));
    }

    @Test
    void readsPagesUntilOneIsEmpty() throws Exception {
        world.answers(LOGS, page("a", 0, 1000), page("b", 1000, 1000), page("c", 2000, 0));

        var frame = frame("{`queryType`:`logs`,`limit`:5000}");

        assertThat(frame.rows()).isEqualTo(2000);
        assertThat(notices(frame)).isEmpty();
        assertThat(world.sent()).hasSize(3);
        assertThat(world.sent())
                .extracting(body -> tree(body).at("/page/cursor").asText())
                .containsExactly("", "a", "b");
        assertThat(world.sent())
                .extracting(body -> tree(body).at("/page/limit").asInt())
                .containsExactly(1000, 1000, 1000);
    }

    @Test
    void stopsAtTheLimitAndSaysSo() throws Exception {
        world.answers(LOGS, page("a", 0, 1000), page("b", 1000, 500));

        var frame = frame("{`queryType`:`logs`,`limit`:1500}");

        assertThat(frame.rows()).isEqualTo(1500);
        assertThat(world.sent()).hasSize(2);
        assertThat(tree(world.sent().get(1)).at("/page/limit").asInt()).isEqualTo(500);
        assertThat(notices(frame)).singleElement().asString().contains("limit of 1500", "older log lines");
    }

    @Test
    void endsWithADatadogThatPagesForEver() throws Exception {
        world.answers(LOGS, page("a", 0, 10));

        var frame = frame("{`queryType`:`logs`,`limit`:10000}");

        assertThat(frame.rows()).isEqualTo(10);
        assertThat(world.sent()).hasSize(2);
        assertThat(notices(frame)).singleElement().asString().contains("pages lead nowhere");
    }

    @Test
    void endsWithADatadogThatHasOneNewEventAPage() throws Exception {
        world.answers(
                LOGS, IntStream.range(0, 60).mapToObj(i -> page("c" + i, i, 1)).toArray(String[]::new));

        var frame = frame("{`queryType`:`logs`,`limit`:10000}");

        assertThat(world.sent()).hasSizeLessThan(40);
        assertThat(frame.rows()).isEqualTo(world.sent().size());
        assertThat(notices(frame)).singleElement().asString().contains("may be missing");
    }

    @Test
    void saysThatMoreMayFollowAFullPageWithoutMeta() throws Exception {
        world.answers(LOGS, page("a", 0, 1000).replaceFirst(",?`meta`.*$", "}"));

        var frame = frame("{`queryType`:`logs`,`limit`:5000}");

        assertThat(frame.rows()).isEqualTo(1000);
        assertThat(notices(frame)).singleElement().asString().contains("there may be more");
        assertThat(world.sent()).hasSize(1);
    }

    @Test
    void showsAnEventOnceThoughItIsOnTwoPages() throws Exception {
        world.answers(LOGS, page("a", 0, 10), page("b", 5, 10), page("c", 0, 0));

        assertThat(frame("{`queryType`:`logs`,`limit`:1000}").rows()).isEqualTo(15);
    }

    @Test
    void showsWhatWasReadWhenTheRateLimitEndsThePaging() throws Exception {
        world.replies(
                LOGS,
                json(page("a", 0, 1000)),
                json("{`errors`:[`Too many`]}")
                        .withStatus(429)
                        .withHeader("X-RateLimit-Reset", "500")
                        .withHeader("X-RateLimit-Name", "logs_events"));

        var answer = world.ask("{`queryType`:`logs`,`limit`:3000}");

        assertThat(answer.failure()).isNull();
        assertThat(answer.frames().get(0).rows()).isEqualTo(1000);
        assertThat(notices(answer.frames().get(0)))
                .singleElement()
                .asString()
                .contains("Only the first 1000", "rate limit");
    }

    @Test
    void failsWhenTheFirstPageFails() {
        world.replies(LOGS, json("{`errors`:[`Forbidden`]}").withStatus(403));

        var failure = world.ask("{`queryType`:`logs`}").failure();

        assertThat(failure.status()).isEqualTo(403);
        assertThat(failure.text()).contains("logs_read_data");
    }

    @Test
    void passesTimeoutsAndWarningsOn() throws Exception {
        world.answers(
                LOGS,
                "{`data`:[],`meta`:{`status`:`timeout`,`warnings`:[{`code`:`unknown_index`,`title`:`One index is"
                        + " unknown`,`detail`:`foo is no index`}]}}");

        assertThat(notices(frame("{`queryType`:`logs`}")))
                .satisfiesExactly(
                        one -> assertThat(one).contains("ran out of time"),
                        two -> assertThat(two).isEqualTo("Datadog warns: One index is unknown: foo is no index"));
    }

    @Test
    void toleratesWhateverAnEventHolds() throws Exception {
        var deep = "{`a`:".repeat(50) + "1" + "}".repeat(50);
        var huge = "x".repeat(1 << 20);
        world.answers(
                LOGS,
                "{`extra`:{`x`:[{}]},`data`:[7,null,{`id`:1},{`id`:`two`,`new`:[1],`attributes`:{`status`:`odd`,`message`:`"
                        + huge + "`,`tags`:{`no`:`list`},`timestamp`:`2026-03-01T11:59:58Z`,`attributes`:" + deep
                        + "}},{`id`:`three`,`attributes`:{`attributes`:{`lines`:[{`n`:1},{`n`:2}]}}}],`meta`:[]}");

        var frame = frame("{`queryType`:`logs`}");

        assertThat(texts(frame, "id")).containsExactly("", "", "1", "two", "three");
        assertThat(texts(frame, "body").get(3)).hasSize(1 << 20);
        assertThat(texts(frame, "severity").get(3)).isEqualTo("unknown");
        assertThat(tree(texts(frame, "body").get(4)).path("@lines.n").asText()).isEqualTo("1, 2");
        assertThat(((Column.Times) column(frame, "timestamp")).epochNanos()).hasSize(5);
    }

    @Test
    void failsWhereTheReplyIsNoReply() {
        for (var body : List.of("{}", "[]", "not json", "{`data`:[{`id`:", "")) {
            world.reset();
            world.answers(LOGS, body);

            assertThat(world.ask("{`queryType`:`logs`}").failure()).as(body).isNotNull();
        }
    }

    @Test
    void showsSpansAsATableWithUnitsAndExactIds() throws Exception {
        world.answers("/api/v2/spans/events/search", """
                {`data`:[{`id`:`e1`,`type`:`spans`,`attributes`:{`start_timestamp`:`2026-03-01T11:59:58Z`,
                  `trace_id`:`17551449796724253880`,`span_id`:`12174885344805365765`,`parent_id`:`0`,`service`:`web`,
                  `resource_name`:`GET /`,`tags`:[`env:prod`],`custom`:{`duration`:4218725,`http`:{`status_code`:`200`}}}}]}""");

        var frame = frame("{`queryType`:`spans`,`columns`:[`@http.status_code`,`@duration`,`env`]}");

        assertThat(tree(world.sent().get(0)).at("/data/type").asText()).isEqualTo("search_request");
        assertThat(tree(world.sent().get(0)).at("/data/attributes/filter/query").asText())
                .isEqualTo("*");
        assertThat(frame.meta().type()).isEqualTo(FrameType.TABLE);
        assertThat(texts(frame, "trace_id")).containsExactly("17551449796724253880");
        assertThat(((Column.Numbers) column(frame, "duration")).values()).containsExactly(4_218_725);
        assertThat(field(frame, "duration").config().unit()).isEqualTo("ns");
        assertThat(((Column.Numbers) column(frame, "@http.status_code")).values())
                .containsExactly(200);
        assertThat(texts(frame, "tags")).containsExactly("env:prod");
    }

    @Test
    void stopsAskingWhenNobodyWaitsAnyMore() throws Exception {
        world.replies(
                LOGS, json(page("a", 0, 1000)), json(page("b", 1000, 1000)).withFixedDelay(20_000));
        var cancellation = new Cancellation();
        var answer = CompletableFuture.supplyAsync(() -> world.ask("{`queryType`:`logs`,`limit`:5000}", cancellation));
        await().until(() -> !world.sent().isEmpty());

        cancellation.cancel();

        assertThat(answer.get(10, TimeUnit.SECONDS).failure().status()).isEqualTo(499);
    }

    private static Frame frame(String saved) {
        var answer = world.ask(saved);
        assertThat(answer.failure()).isNull();
        return answer.frames().get(0);
    }

    private static List<String> notices(Frame frame) {
        return frame.meta().notices().stream().map(Notice::text).toList();
    }

    static String page(String cursor, int first, int count) {
        var events = IntStream.range(first, first + count)
                .mapToObj(i ->
                        "{`id`:`e" + i + "`,`attributes`:{`timestamp`:`2026-03-01T11:30:00Z`,`message`:`m" + i + "`}}")
                .collect(joining(","));
        return "{`data`:[" + events + "],`meta`:{`page`:{`after`:`" + cursor + "`}}}";
    }

    private static Field field(Frame frame, String name) {
        return frame.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Column column(Frame frame, String name) {
        return field(frame, name).column();
    }

    private static List<String> texts(Frame frame, String name) {
        return ((Column.Texts) column(frame, name)).values();
    }

    private static long[] times(Frame frame, String name) {
        return ((Column.Times) column(frame, name)).epochNanos();
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (Exception e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
