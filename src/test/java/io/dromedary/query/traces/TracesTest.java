// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.traces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.frame.Column;
import io.dromedary.frame.Frame;
import io.dromedary.frame.JsonFrames;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.Query;
import io.dromedary.query.QueryReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracesTest {

    private static final String ROOT =
            "{`spanID`:18446744073709551615,`parentID`:0,`traceIDFull`:`6a1f2c3d4e5f60718293a4b5c6d7e8f9`,"
                    + "`service`:`web`,`name`:`http.request`,`resource`:`GET /cart`,`type`:`web`,`startTime`:1795604400123456789,"
                    + "`duration`:250500000,`error`:0,`meta`:{`span.kind`:`server`,`env`:`prod`,`http.status_code`:`200`,`_dd.p.tid`:`x`},"
                    + "`metrics`:{`_sampling_priority_v1`:1,`big`:9007199254740993,`ratio`:0.5}}";
    private static final String CHILD = "{`spanID`:`9223372036854775809`,`parentID`:18446744073709551615,`traceIDFull`:"
            + "`6a1f2c3d4e5f60718293a4b5c6d7e8f9`,`service`:`store`,`name`:`redis.command`,`startTime`:1795604400200000000,"
            + "`duration`:100000000,`error`:1,`meta`:{`error.message`:`gone`,`error.type`:`IOError`,`error.stack`:`at a\\nat b`,"
            + "`events`:`[{\\\"name\\\":\\\"retry\\\",\\\"time_unix_nano\\\":1795604400250000000,\\\"attributes\\\":{\\\"n\\\":2}}]`,"
            + "`_dd.span_links`:`[{\\\"trace_id\\\":\\\"0af7651916cd43dd8448eb211c80319c\\\",\\\"span_id\\\":\\\"ffffffffffffffff\\\"}]`}}";
    private static final String ORPHAN = "{`spanID`:3,`parentID`:77,`service`:`store`,`startTime`:1795604400300000000}";

    private final List<String> asked = new ArrayList<>();

    private static String trace(boolean truncated, String... spans) {
        return "{`data`:{`type`:`trace`,`attributes`:{`spans`:[" + String.join(",", spans) + "],`is_truncated`:"
                + truncated + "}}}";
    }

    /** Makes up a Datadog. */
    private interface Datadog {
        String answer(DatadogRequest<?> request);
    }

    private Answer answer(String saved, Datadog datadog) {
        var planner = new TracesPlanner();
        try {
            var query = (Query.Traces) new QueryReader()
                    .read(new AskedQuery("A", "", 1_795_604_400_000L, 1_795_608_000_000L, 0, 0, bytes(saved)), false);
            var tasks = planner.plan(query).stream()
                    .map(task -> read(planner, task, datadog))
                    .toList();
            return planner.answer(query, tasks);
        } catch (FailedException refused) {
            return Answer.failed("A", refused.failure());
        }
    }

    private TraceTask read(TracesPlanner planner, TraceTask task, Datadog datadog) {
        asked.add(task.request().path() + " " + task.request().body());
        try {
            return planner.replied(
                    task,
                    task.request().reader().read(new ByteArrayInputStream(bytes(datadog.answer(task.request())))));
        } catch (FailedException failure) {
            return planner.failed(task, failure);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String json) {
        return json.replace('`', '"').getBytes(UTF_8);
    }

    private static Object column(Frame frame, String name) {
        var column = frame.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow()
                .column();
        if (column instanceof Column.Texts texts) {
            return new ArrayList<>(texts.values());
        }
        return column instanceof Column.Numbers numbers ? numbers.values() : ((Column.Documents) column).values();
    }

    private static JsonNode cell(Frame frame, String name, int row) throws IOException {
        return new ObjectMapper()
                .readTree(((List<?>) column(frame, name)).get(row).toString());
    }

    @Test
    void showsATraceWithAllDigitsOfItsIds() {
        var frame = answer(
                        "{`queryType`:`trace`,`traceId`:`6a1f2c3d4e5f60718293a4b5c6d7e8f9`}",
                        request -> trace(false, CHILD, ROOT))
                .frames()
                .get(0);

        assertThat(asked).containsExactly("/api/v2/trace/6a1f2c3d4e5f60718293a4b5c6d7e8f9 null");
        assertThat(column(frame, "spanID")).isEqualTo(List.of("18446744073709551615", "9223372036854775809"));
        assertThat(column(frame, "parentSpanID")).isEqualTo(Arrays.asList(null, "18446744073709551615"));
        assertThat(column(frame, "operationName")).isEqualTo(List.of("GET /cart", "redis.command"));
        assertThat((double[]) column(frame, "startTime")).containsExactly(1795604400123.4568, 1795604400200.0);
        assertThat((double[]) column(frame, "duration")).containsExactly(250.5, 100.0);
        assertThat((double[]) column(frame, "statusCode")).containsExactly(0, 2);
        assertThat(column(frame, "kind")).isEqualTo(List.of("server", ""));
        assertThat(frame.meta().visualisation().wireName()).isEqualTo("trace");
    }

    @Test
    void tellsTagsErrorsEventsAndLinksOfSpans() throws IOException {
        var frame = answer("{`queryType`:`trace`,`traceId`:`42`}", request -> trace(false, ROOT, CHILD))
                .frames()
                .get(0);

        assertThat(cell(frame, "serviceTags", 0).toString())
                .contains("{\"key\":\"service.name\",\"value\":\"web\"}", "{\"key\":\"env\",\"value\":\"prod\"}");
        assertThat(cell(frame, "tags", 0).toString())
                .contains(
                        "{\"key\":\"http.status_code\",\"value\":\"200\"}",
                        "{\"key\":\"big\",\"value\":\"9007199254740993\"}",
                        "{\"key\":\"ratio\",\"value\":0.5}")
                .doesNotContain("_dd.p.tid", "_sampling");
        assertThat(cell(frame, "tags", 1).get(0).toString()).isEqualTo("{\"key\":\"error\",\"value\":true}");
        var logs = cell(frame, "logs", 1);
        assertThat(logs).hasSize(2);
        assertThat(logs.get(0).path("timestamp").asDouble()).isEqualTo(1795604400250.0);
        assertThat(logs.get(1).toString()).contains("gone", "IOError", "at a");
        assertThat(cell(frame, "references", 1).get(0).path("spanID").asText()).isEqualTo("18446744073709551615");
        assertThat(cell(frame, "stackTraces", 1)).hasSize(1);
        assertThat(column(frame, "statusMessage")).isEqualTo(List.of("", "gone"));
    }

    @Test
    void saysThatSpansAreMissing() throws IOException {
        var frame = answer("{`queryType`:`trace`,`traceId`:`42`}", request -> trace(true, ROOT, ORPHAN, ORPHAN))
                .frames()
                .get(0);

        assertThat(frame.rows()).as("a span that comes twice is shown once").isEqualTo(2);
        assertThat(frame.meta().notices())
                .extracting(notice -> notice.text())
                .containsExactly(
                        "The trace is too large: Datadog left spans out",
                        "1 span has a parent that Datadog did not keep; shown as roots");
        assertThat(cell(frame, "warnings", 1).get(0).asText()).isEqualTo("Its parent 77 is not in the trace");
    }

    @Test
    void bearsRepliesWithoutAnything() {
        for (var reply : List.of("{}", "[]", "{`data`:{`attributes`:{`spans`:[null,7,{}]}}}", "{`data`:null}")) {
            var answer = answer("{`queryType`:`trace`,`traceId`:`42`}", request -> reply);

            assertThat(answer.failure()).isNull();
        }
    }

    @Test
    void drawsTheServicesOfATrace() {
        var frames = answer("{`queryType`:`trace`,`traceId`:`42`,`mode`:`graph`}", request -> trace(false, ROOT, CHILD))
                .frames();

        assertThat(frames).extracting(Frame::name).containsExactly("nodes", "edges");
        assertThat(column(frames.get(0), "id")).isEqualTo(List.of("web", "store"));
        assertThat((double[]) column(frames.get(0), "arc__errors")).containsExactly(0, 1);
        assertThat((double[]) column(frames.get(0), "arc__success")).containsExactly(1, 0);
        assertThat(column(frames.get(1), "source")).isEqualTo(List.of("web"));
        assertThat(column(frames.get(1), "target")).isEqualTo(List.of("store"));
    }

    @Test
    void paintsTheRingsOfNodes() throws IOException {
        var answer = answer("{`queryType`:`trace`,`traceId`:`42`,`mode`:`graph`}", request -> trace(false, ROOT));
        var out = new ByteArrayOutputStream();
        new JsonFrames().write(answer.frames(), out);

        assertThat(out.toString(UTF_8)).contains("\"color\":{\"mode\":\"fixed\",\"fixedColor\":\"red\"}");
    }

    private static String bucket(String by, int count, long nanos) {
        return "{`attributes`:{`by`:{" + by + "},`compute`:{`c0`:" + count + ",`c1`:" + nanos + "}}}";
    }

    private static String world(DatadogRequest<?> request) {
        if (request.path().equals("/api/v2/catalog/relation")) {
            return "{`data`:[{`attributes`:{`from`:{`name`:`web`},`to`:{`name`:`store`}}},"
                    + "{`attributes`:{`from`:{`name`:`elsewhere`},`to`:{`name`:`web`}}}]}";
        }
        return String.valueOf(request.body()).contains("@peer.service:*")
                ? "{`data`:[" + bucket("`service`:`store`,`@peer.service`:`redis`,`status`:`ok`", 10, 2_000_000) + "]}"
                : "{`data`:[" + bucket("`service`:`web`,`status`:`ok`", 30, 10_000_000) + ","
                        + bucket("`service`:`web`,`status`:`error`", 10, 30_000_000) + ","
                        + bucket("`service`:`store`,`status`:`ok`", 10, 1_000_000) + "]}";
    }

    @Test
    void mapsServicesByTheirSpansAndTheCatalog() {
        var frames = answer(
                        "{`queryType`:`service-map`,`options`:{`env`:`$e`},`variables`:{`e`:[`prod`]}}",
                        TracesTest::world)
                .frames();
        var nodes = frames.get(0);
        var edges = frames.get(1);

        assertThat(asked.get(0)).contains("\"query\":\"env:prod\"");
        assertThat(asked.get(1)).contains("\"query\":\"(env:prod) @peer.service:*\"");
        assertThat(column(nodes, "id")).isEqualTo(List.of("web", "store", "redis"));
        assertThat(((double[]) column(nodes, "mainStat"))[0]).isEqualTo(15);
        assertThat(((double[]) column(nodes, "arc__errors"))[0]).isEqualTo(0.25);
        assertThat(column(nodes, "subTitle")).isEqualTo(List.of("", "", "not traced"));
        assertThat(column(edges, "target")).isEqualTo(List.of("redis", "store"));
        assertThat((double[]) column(edges, "mainStat")).containsExactly(10, Double.NaN);
    }

    @Test
    void mapsServicesWithoutTheCatalogIfNeedBe() {
        var answer = answer("{`queryType`:`service-map`}", request -> {
            if (request.path().startsWith("/api/v2/catalog")) {
                throw new FailedException(new Failure(403, Source.DOWNSTREAM, "Not allowed"));
            }
            return world(request);
        });

        assertThat(answer.frames().get(0).meta().notices())
                .extracting(notice -> notice.text())
                .containsExactly("Calls between services are missing: Not allowed");
        assertThat(asked.get(0)).contains("\"query\":\"*\"");
    }

    @Test
    void saysWhyThereIsNoTrace() {
        var missing = answer("{`queryType`:`trace`,`traceId`:`42`}", request -> {
            throw new FailedException(new Failure(404, Source.DOWNSTREAM, "Not found"));
        });
        var nonsense = answer("{`queryType`:`trace`,`traceId`:`a/../b`}", request -> "{}");
        var search = answer("{`queryType`:`service-map`,`query`:`service:(`}", request -> "{}");
        var several = answer("{`queryType`:`trace`,`traceId`:`$t`,`variables`:{`t`:[`1`,`2`]}}", request -> "{}");

        assertThat(missing.failure().text()).startsWith("Datadog has no such trace");
        assertThat(nonsense.failure().status()).isEqualTo(400);
        assertThat(search.failure().status()).isEqualTo(400);
        assertThat(several.failure().text()).contains("2 trace ids");
    }
}
