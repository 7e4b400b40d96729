// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.config.DatadogWorld;
import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Counts, measures, volume, context and annotations, from the saved query to frames, over HTTP. */
@Timeout(60)
class EventAggregateTest {

    private static final String LOGS = "/api/v2/logs/analytics/aggregate";

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
    void countsOverTimeByDefault() {
        world.answers(LOGS, """
                {`data`:{`buckets`:[{`by`:{},`computes`:{`c0`:[
                  {`time`:`2026-03-01T10:50:00.000Z`,`value`:9},{`time`:`2026-03-01T10:57:00.000Z`,`value`:1},
                  {`time`:`2026-03-01T11:05:00.000Z`,`value`:`2`},{`time`:`2026-03-01T12:00:00.000Z`,`value`:3}]}}]}}""");

        var frames = frames("{`queryType`:`logs`,`mode`:`aggregate`,`query`:`x`}");

        assertThat(tree(world.sent().get(0)))
                .isEqualTo(tree("{'compute':[{'aggregation':'count','type':'timeseries','interval':'5m'}],"
                        + "'filter':{'query':'x','from':'2026-03-01T11:00:00Z','to':'2026-03-01T12:00:00Z',"
                        + "'indexes':['*'],'storage_tier':'indexes'}}"));
        assertThat(frames).singleElement().satisfies(frame -> {
            assertThat(frame.meta().type()).isEqualTo(FrameType.TIMESERIES_MULTI);
            assertThat(frame.name()).isEqualTo("count");
            assertThat(drawn(frame)).isEqualTo("10:57=1.0 11:05=2.0");
            assertThat(frame.fields().get(1).config().intervalMillis()).isEqualTo(300_000);
            assertThat(frame.fields().get(0).config().intervalMillis())
                    .as("no gaps are drawn where buckets stand anywhere")
                    .isZero();
        });
    }

    @Test
    void measuresGroupsWithLegendAndUnit() {
        world.answers("/api/v2/spans/analytics/aggregate", """
                {`data`:[
                 {`type`:`bucket`,`attributes`:{`by`:{`service`:`web`,`@http.ok`:true},`compute`:{
                   `c0`:[{`time`:`2026-03-01T11:05:00Z`,`value`:5}],`c1`:[{`time`:`2026-03-01T11:05:00Z`,`value`:null}]}}},
                 {`type`:`bucket`,`attributes`:{`by`:{`service`:`api`,`@http.ok`:false},`computes`:{
                   `c0`:[{`time`:`2026-03-01T11:05:00Z`,`value`:7}]}}}]}""");

        var frames = frames(
                "{`queryType`:`spans`,`mode`:`aggregate`,`compute`:[{`aggregation`:`pc95`,`metric`:`@duration`},{`aggregation`:`count`}],"
                        + "`groupBy`:[{`facet`:`service`,`limit`:3,`missing`:`N/A`},{`facet`:`@http.ok`,`sort`:{`aggregation`:`count`,`order`:`asc`}}],"
                        + "`legend`:`{{aggr}} {{service}} {{http.ok}}`}");

        var asked = tree(world.sent().get(0)).at("/data/attributes");
        assertThat(asked.path("group_by"))
                .isEqualTo(tree("[{'facet':'service','limit':3,'sort':{'aggregation':'pc95','metric':'@duration',"
                        + "'order':'desc','type':'measure'},'missing':'N/A'},{'facet':'@http.ok','limit':10,"
                        + "'sort':{'aggregation':'count','order':'asc','type':'measure'}}]"));
        assertThat(frames)
                .extracting(Frame::name)
                .containsExactly("pc95 api false", "pc95 web true", "count api false", "count web true");
        assertThat(frames.get(1).fields().get(1).config().unit()).isEqualTo("ns");
        assertThat(frames.get(3).fields().get(1).config().unit()).isNull();
        assertThat(frames.get(3).fields().get(1).name()).isEqualTo("count");
        assertThat(frames.get(0).fields().get(1).labels()).containsEntry("service", "api");
        assertThat(numbers(frames.get(3), "count"))
                .isEqualTo("[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]");
        assertThat(drawn(frames.get(0))).as("what is measured has gaps").isEqualTo("11:05=7.0");
        assertThat(frames.get(0).fields().get(0).config().intervalMillis()).isEqualTo(300_000);
    }

    @Test
    void totalsAreATableWithGroupsAndANumberWithout() {
        world.answers(
                LOGS,
                "{`data`:{`buckets`:[{`by`:{`service`:`web`},`computes`:{`c0`:3}},{`by`:{`service`:`web`},`computes`:{`c0`:4}},"
                        + "{`by`:{`service`:`api`},`computes`:{`c0`:5}},{`by`:{},`computes`:{`c0`:`6`}}]}}",
                "{`data`:{`buckets`:[{`by`:{},`computes`:{`c0`:2.5}}]}}",
                "{`data`:{`buckets`:[]}}");

        var table = frames(
                "{`queryType`:`logs`,`mode`:`aggregate`,`format`:`scalar`,`limit`:2,`groupBy`:[{`facet`:`service`}]}");
        assertThat(table.get(0).meta().type()).isEqualTo(FrameType.NUMERIC_LONG);
        assertThat(((Column.Texts) table.get(0).fields().get(0).column()).values())
                .containsExactly("web", null);
        assertThat(numbers(table.get(0), "count")).isEqualTo("[7.0, 6.0]");

        var number = frames("{`queryType`:`logs`,`mode`:`aggregate`,`format`:`scalar`}");
        assertThat(number.get(0).meta().type()).isEqualTo(FrameType.NUMERIC_MULTI);
        assertThat(numbers(number.get(0), "count")).isEqualTo("[2.5]");

        assertThat(frames("{`queryType`:`logs`,`mode`:`aggregate`,`format`:`scalar`}"))
                .singleElement()
                .satisfies(frame -> assertThat(numbers(frame, "count")).isEqualTo("[0.0]"));
    }

    @Test
    void countsNothingAsZero() {
        world.answers(
                LOGS,
                "{`data`:{`buckets`:[]}}",
                "{`data`:{`buckets`:[{`by`:{`service`:`web`},`computes`:{`c0`:[{`time`:`2026-03-01T11:20:00Z`,`value`:5}]}},"
                        + "{`by`:{`service`:`api`},`computes`:{`c0`:[]}}]}}",
                "{`data`:{`buckets`:[]}}",
                "{`data`:{`buckets`:[]},`meta`:{`status`:`timeout`}}");
        var count = "{`queryType`:`logs`,`mode`:`aggregate`";

        assertThat(frames(count + "}"))
                .singleElement()
                .satisfies(frame -> assertThat(drawn(frame))
                        .startsWith("11:00=0.0 11:05=0.0")
                        .endsWith("11:55=0.0"));
        assertThat(frames(count + ",`groupBy`:[{`facet`:`service`}]}"))
                .extracting(EventAggregateTest::drawn)
                .satisfies(
                        drawn -> assertThat(drawn.get(0)).doesNotContain("=5.0").contains("11:20=0.0"))
                .satisfies(drawn -> assertThat(drawn.get(1)).contains("11:15=0.0 11:20=5.0 11:25=0.0"));
        assertThat(frames("{`queryType`:`logs`,`mode`:`aggregate`,`compute`:[{`aggregation`:`avg`,`metric`:`@d`}]}"))
                .singleElement()
                .satisfies(frame -> assertThat(frame.fields()).isEmpty());
        assertThat(frames(count + "}"))
                .as("of a reply that is not complete nothing is known")
                .singleElement()
                .satisfies(frame -> assertThat(frame.fields()).isEmpty());
    }

    @Test
    void seesThatDatadogChoseWiderBuckets() {
        var points = new StringBuilder();
        for (var minute = 0; minute < 60; minute += 6) {
            points.append(points.isEmpty() ? "" : ",")
                    .append("{`time`:`2026-03-01T11:%02d:00Z`,`value`:1}".formatted(minute));
        }
        world.answers(LOGS, "{`data`:{`buckets`:[{`by`:{},`computes`:{`c0`:[" + points + "]}}]}}");

        assertThat(drawn(frames("{`queryType`:`logs`,`mode`:`aggregate`}").get(0)))
                .startsWith("11:00=1.0 11:06=1.0 11:12=1.0")
                .doesNotContain("=0.0");
    }

    @Test
    void keepsGroupsApartThatCannotBeJoined() {
        var bucket = "{`by`:{`b`:`x`},`computes`:{`c0`:[{`time`:`2026-03-01T11:05:00Z`,`value`:1}]}}";
        world.answers(LOGS, "{`data`:{`buckets`:[" + bucket + "," + bucket + "]}}");

        assertThat(frames("{`queryType`:`logs`,`mode`:`aggregate`,`compute`:[{`aggregation`:`pc99`,`metric`:`@d`}],"
                        + "`groupBy`:[{`facet`:`b`}]}"))
                .extracting(frame -> frame.fields().get(1).name())
                .containsExactly("Value", "Value 2");
    }

    @Test
    void countsWhatHasNoPathOfItsOwnByQueries() {
        world.answers(
                "/api/v2/query/timeseries",
                "{`data`:{`attributes`:{`times`:[1772362800000,1772363100000],`values`:[[1,null],[null,4]],"
                        + "`series`:[{`group_tags`:[`source:aws`],`query_index`:0},{`group_tags`:[`source:k8s`],`query_index`:0}]}}}");
        world.answers(
                "/api/v2/query/scalar",
                "{`data`:{`attributes`:{`columns`:[{`type`:`group`,`name`:`source`,`values`:[[`aws`],[`k8s`,`eks`]]},"
                        + "{`type`:`number`,`name`:`c0`,`values`:[5,null]}]}}}");

        var series = frames("{`queryType`:`events`,`mode`:`aggregate`,`query`:`x`,`groupBy`:[{`facet`:`source`}]}");
        var table = frames(
                "{`queryType`:`events`,`mode`:`aggregate`,`format`:`scalar`,`query`:`x`,`groupBy`:[{`facet`:`source`}]}");

        assertThat(tree(world.sent().get(0)).at("/data/attributes/queries"))
                .isEqualTo(tree("[{'data_source':'events','name':'c0','compute':{'aggregation':'count'},"
                        + "'search':{'query':'x'},'indexes':['*'],'group_by':[{'facet':'source','limit':10,"
                        + "'sort':{'aggregation':'count','order':'desc'}}]}]"));
        assertThat(series).extracting(Frame::name).containsExactly("aws", "k8s");
        assertThat(series).extracting(EventAggregateTest::above).containsExactly("11:00=1.0", "11:05=4.0");
        assertThat(((Column.Texts) table.get(0).fields().get(0).column()).values())
                .containsExactly("aws", "k8s, eks");
        assertThat(numbers(table.get(0), "count")).isEqualTo("[5.0, NaN]");
    }

    @Test
    void countsLogLinesByLevel() {
        world.answers(
                LOGS,
                "{`data`:{`buckets`:["
                        + "{`by`:{`status`:`error`},`computes`:{`c0`:[{`time`:`2026-03-01T11:05:00Z`,`value`:1}]}},"
                        + "{`by`:{`status`:`info`},`computes`:{`c0`:[{`time`:`2026-03-01T11:05:00Z`,`value`:2}]}},"
                        + "{`by`:{`status`:`ok`},`computes`:{`c0`:[{`time`:`2026-03-01T11:05:00Z`,`value`:3}]}}]}}");

        var frames = frames("{`queryType`:`logs`,`mode`:`volume`}");

        assertThat(frames).extracting(Frame::name).containsExactly("error", "info");
        assertThat(frames).extracting(EventAggregateTest::above).containsExactly("11:05=1.0", "11:05=5.0");
        assertThat(drawn(frames.get(0))).startsWith("11:00=0.0").endsWith("11:55=0.0");
        assertThat(frames.get(0).fields().get(1).labels()).containsEntry("level", "error");
    }

    @Test
    void showsTheNeighboursOfALogLine() {
        world.answers(
                "/api/v2/logs/events/search",
                "{`data`:[{`id`:`me`,`attributes`:{`message`:`m`,`timestamp`:`2026-03-01T11:59:58.123Z`}},"
                        + "{`id`:`other`,`attributes`:{`message`:`n`,`timestamp`:`2026-03-01T11:59:58.122Z`}}]}");

        var frame = frames("{`queryType`:`logs`,`mode`:`context`,`query`:`secret`,`direction`:`before`,`limit`:10,"
                        + "`contextOf`:{`id`:`me`,`timestamp`:1772366398123,`service`:`web app`,`host`:`h1`}}")
                .get(0);

        assertThat(tree(world.sent().get(0)))
                .isEqualTo(
                        tree("{'filter':{'query':'host:h1 service:\\\"web app\\\"','from':'2026-02-28T11:59:58.123Z',"
                                + "'to':'2026-03-01T11:59:58.124Z','indexes':['*'],'storage_tier':'indexes'},"
                                + "'sort':'-timestamp','page':{'limit':11}}"));
        assertThat(((Column.Texts) frame.fields().get(3).column()).values()).containsExactly("other");
    }

    @Test
    void makesAnnotationsOfEvents() {
        world.answers("/api/v2/events/search", """
                {`data`:[{`id`:`a`,`attributes`:{`timestamp`:`2026-03-01T11:05:00Z`,`message`:`%%% \\n**done** \\n%%%`,
                   `tags`:[`env:prod`,`env:prod`,`team:x`],`attributes`:{`title`:`Deploy`,`duration`:60000000000}}},
                  {`id`:`b`,`attributes`:{`message`:`no time`}},
                  {`id`:`c`,`attributes`:{`timestamp`:`2026-03-01T11:06:00Z`}}]}""");

        var frame = frames("{`queryType`:`events`,`mode`:`annotations`,`query`:`source:deploy`}")
                .get(0);

        assertThat(frame.fields())
                .extracting(Field::name)
                .containsExactly("time", "timeEnd", "title", "text", "tags", "id");
        assertThat(((Column.Times) frame.fields().get(0).column()).epochNanos())
                .containsExactly(1_772_363_100_000_000_000L, 1_772_363_160_000_000_000L);
        assertThat(((Column.Moments) frame.fields().get(1).column()).epochNanos())
                .containsExactly(1_772_363_160_000_000_000L, Column.Moments.NULL);
        assertThat(((Column.Texts) frame.fields().get(2).column()).values()).containsExactly("Deploy", "events");
        assertThat(((Column.Texts) frame.fields().get(3).column()).values()).containsExactly("**done**", "");
        assertThat(((Column.Texts) frame.fields().get(4).column()).values()).containsExactly("env:prod,team:x", "");
    }

    @Test
    void refusesWhatCannotBeAsked() {
        assertRefused("{`queryType`:`logs`,`mode`:`x`}", "search, aggregate, annotations, volume, context");
        assertRefused("{`queryType`:`spans`,`mode`:`volume`}", "mode of spans");
        assertRefused("{`queryType`:`logs`,`limit`:10001}", "10000");
        assertRefused("{`queryType`:`logs`,`storage`:`x`}", "online-archives");
        assertRefused("{`queryType`:`logs`,`mode`:`aggregate`,`compute`:[{`aggregation`:`avg`}]}", "@duration");
        assertRefused("{`queryType`:`logs`,`mode`:`aggregate`,`compute`:[{`aggregation`:`p95`}]}", "pc95");
        assertRefused(
                "{`queryType`:`logs`,`mode`:`aggregate`,`groupBy`:[{`facet`:`a`,`limit`:1000},{`facet`:`b`,`limit`:11}]}",
                "multiply");
        assertRefused("{`queryType`:`logs`,`mode`:`context`}", "contextOf");
        assertRefused(
                "{`queryType`:`audit`,`mode`:`aggregate`,`compute`:[{`aggregation`:`median`,`metric`:`@x`}]}",
                "median");
        assertRefused("{`queryType`:`logs`,`query`:`a:(b`}", "character 1");
        assertThat(world.sent()).isEmpty();
    }

    private static void assertRefused(String saved, String text) {
        assertThat(world.ask(saved).failure()).as(saved).satisfies(failure -> {
            assertThat(failure.status()).isEqualTo(400);
            assertThat(failure.text()).contains(text);
        });
    }

    private static List<Frame> frames(String saved) {
        var answer = world.ask(saved);
        assertThat(answer.failure()).isNull();
        return answer.frames();
    }

    /** Draws a series as {@code hh:mm=value …}. */
    private static String drawn(Frame frame) {
        var times = ((Column.Times) frame.fields().get(0).column()).epochNanos();
        var values = ((Column.Numbers) frame.fields().get(1).column()).values();
        var text = new StringBuilder();
        for (var i = 0; i < times.length; i++) {
            text.append(
                            java.time.Instant.ofEpochSecond(times[i] / 1_000_000_000)
                                    .toString(),
                            11,
                            16)
                    .append('=')
                    .append(values[i])
                    .append(' ');
        }
        return text.toString().strip();
    }

    /** Draws what is not 0. */
    private static String above(Frame frame) {
        return drawn(frame).replaceAll("\\S+=0\\.0 ?", "").strip();
    }

    private static String numbers(Frame frame, String name) {
        return frame.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(field -> Arrays.toString(((Column.Numbers) field.column()).values()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (Exception e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
