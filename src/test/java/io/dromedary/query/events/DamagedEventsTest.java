// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.call.FailedException;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.ReplyReader;
import io.dromedary.frame.ArrowFrames;
import io.dromedary.frame.JsonFrames;
import io.dromedary.instance.Instance;
import io.dromedary.instance.SettingsReader;
import io.dromedary.instance.Sources;
import io.dromedary.product.EventProduct;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.DamagedReplies;
import io.dromedary.query.Query;
import io.dromedary.query.QueryReader;
import io.dromedary.sandbox.Sandbox;
import io.dromedary.sandbox.SandboxRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replies of every event-like product that are not what Datadog says they are: an answer or an error, never a defect.
 */
@Timeout(120)
class DamagedEventsTest {

    private static final long NOW = Sandbox.NOW.toEpochMilli();

    private final Sandbox sandbox = new Sandbox();
    private final Instance instance = instance();
    private int calls;

    static Stream<Arguments> questions() {
        return Stream.of(EventProduct.values())
                .flatMap(product -> Stream.of(
                                "`limit`:2",
                                "`mode`:`annotations`,`limit`:2",
                                "`mode`:`aggregate`,`groupBy`:[{`facet`:`service`,`limit`:2}]",
                                "`mode`:`aggregate`,`format`:`scalar`,`groupBy`:[{`facet`:`service`,`limit`:2}]")
                        .map(members -> Arguments.of(product, members)));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersOrSaysWhyNot(EventProduct product, String members) {
        var query = query(product, members);
        var original = DamagedReplies.shortened(reply(EventRequestsOf.first(query, instance)));

        Stream.concat(DamagedReplies.of(original), DamagedReplies.enlarged(original))
                .forEach(damaged -> assertAnswered(query, damaged.reply(), damaged.damage()));
    }

    /** Damages a reply to a query of a product, wherever it comes from. */
    void damage(EventProduct product, String members, JsonNode original) {
        var query = query(product, members);
        DamagedReplies.common(DamagedReplies.shortened(original))
                .forEach(damaged -> assertAnswered(query, damaged.reply(), damaged.damage()));
    }

    private void assertAnswered(Query.Events query, JsonNode reply, String damage) {
        try {
            var answer = answer(query, request -> reply);
            assertThat(answer.failure()).as(damage).isNull();
            for (var frame : answer.frames()) {
                assertThat(new ArrowFrames().write(frame)).as(damage).isNotEmpty();
            }
            new JsonFrames().write(answer.frames(), new ByteArrayOutputStream());
        } catch (FailedException told) {
            assertThat(told.failure().status()).as(damage).isIn(400, 502);
            assertThat(told.failure().text()).as(damage).isNotBlank();
        } catch (IOException | RuntimeException defect) {
            throw new AssertionError(damage, defect);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsWithADatadogThatNamesANextPageForEver(EventProduct product) {
        var query = query(product, "`limit`:5000");
        var page = (ObjectNode) reply(EventRequestsOf.first(query(product, "`limit`:3"), instance));
        var rows = page.path("data").size();
        assertThat(rows).isPositive();

        var answer = answer(query, request -> {
            page.putObject("meta").putObject("page").put("after", "cursor " + calls);
            return page;
        });

        assertThat(answer.frames().get(0).rows()).as("each event once").isEqualTo(rows);
        assertThat(answer.frames().get(0).meta().notices()).isNotEmpty();
        assertThat(calls).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void bearsAReplyWithoutMetaAndWithUnknownMembers(EventProduct product) {
        var page = (ObjectNode) reply(EventRequestsOf.first(query(product, "`limit`:2"), instance));
        page.remove("meta");
        page.putObject("news").put("a", 1);
        page.path("data").forEach(event -> {
            ((ObjectNode) event).put("type", "a new type").putArray("news");
            ((ObjectNode) event.path("attributes")).set("news", JsonNodeFactory.instance.arrayNode());
        });

        var answer = answer(query(product, "`limit`:2"), request -> page);

        assertThat(answer.frames().get(0).rows()).isEqualTo(2);
        assertThat(calls).isOne();
    }

    @Test
    void refusesWhatWouldFillTheMemory() {
        assertTooLarge(EventPageReader::read, "{`data`:[", "{},", 100_000, "{}]}");
        assertTooLarge(AggregateReplyReader::read, "{`data`:{`buckets`:[", "{},", 1_000_000, "{}]}}");
        assertTooLarge(QueryReplyReader::readTimeseries, "{`data`:{`attributes`:{`times`:[", "0,", 10_000_000, "0]}}}");
    }

    private static void assertTooLarge(ReplyReader<?> reader, String begin, String each, int times, String end) {
        var body = (begin + each.repeat(times) + end).replace('`', '"').getBytes(UTF_8);
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> reader.read(new ByteArrayInputStream(body)))
                .satisfies(told -> assertThat(told.failure().status()).isEqualTo(502));
    }

    private Answer answer(Query.Events query, UnaryOperator<Object> datadog) {
        var readings = new EventReadings(64 << 20, java.time.Clock.systemUTC());
        var reading = readings.begin(query, instance);
        calls = 0;
        while (readings.hasNext(reading)) {
            calls++;
            var request = readings.next(reading);
            readings.add(reading, read(request, (JsonNode) datadog.apply(request)));
        }
        return readings.answer(reading);
    }

    private static Object read(DatadogRequest<?> request, JsonNode reply) {
        try {
            return request.reader()
                    .read(new ByteArrayInputStream(reply.toString().getBytes(UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException("a body in memory can be received", e);
        }
    }

    private JsonNode reply(DatadogRequest<?> request) {
        var answer = sandbox.send(new SandboxRequest(
                request.method().name(),
                request.path(),
                request.query(),
                Map.of(),
                String.valueOf(request.body()).getBytes(UTF_8),
                true));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    /** What is asked first. */
    private static final class EventRequestsOf {
        static DatadogRequest<?> first(Query.Events query, Instance instance) {
            var readings = new EventReadings(64 << 20, java.time.Clock.systemUTC());
            return readings.next(readings.begin(query, instance));
        }
    }

    private static Query.Events query(EventProduct product, String members) {
        var saved = "{`queryType`:`" + product.wireName() + "`," + members + "}";
        var asked = new AskedQuery(
                "A",
                "",
                NOW - 86_400_000L * 7,
                NOW,
                60_000,
                100,
                saved.replace('`', '"').getBytes(UTF_8));
        return (Query.Events) new QueryReader().read(asked, false);
    }

    private static Instance instance() {
        var source = Sources.source("u", 1, "{\"site\":\"datadoghq.eu\"}", Sources.KEYS);
        return new Instance(source.key(), "test", new SettingsReader().read(source));
    }
}
