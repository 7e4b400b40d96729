// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.frame.ArrowFrames;
import io.dromedary.frame.JsonFrames;
import io.dromedary.query.Answer;
import io.dromedary.query.DamagedReplies;
import io.dromedary.sandbox.Sandbox;
import io.dromedary.sandbox.SandboxRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies of every list that are not what Datadog says they are: an answer or an error, never a defect. */
@Timeout(120)
class DamagedListsTest {

    private final Sandbox sandbox = new Sandbox();

    /** Every mode of every product. */
    static Stream<String> questions() {
        var modes = Stream.of(
                        ReliabilityLists.PRODUCTS,
                        ExperienceLists.PRODUCTS,
                        InfrastructureLists.PRODUCTS,
                        AccountLists.PRODUCTS)
                .flatMap(List::stream)
                .flatMap(product -> product.modes().stream().map(mode -> question(product.queryType(), mode)));
        return Stream.concat(modes, Stream.of("{`queryType`:`endpoint`,`limit`:2,`options`:{`path`:`/api/v2/team`}}"));
    }

    private static String question(String product, ListMode mode) {
        return "{`queryType`:`" + product + "`,`mode`:`" + mode.name() + "`,`limit`:2,`options`:{" + options(mode) + "}"
                + (mode.needsIds() ? ",`ids`:[`" + id(product, mode) + "`]" : "") + "}";
    }

    private static String options(ListMode mode) {
        return mode.name().equals("apm") ? "`env`:`prod`" : "";
    }

    private static String id(String product, ListMode mode) {
        if (product.equals("slos")) {
            return "slo-web-latency";
        }
        return mode.name().equals("browser-results") ? "shp-buy-006" : "shp-hom-001";
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersOrSaysWhyNot(String saved) {
        var original = DamagedReplies.shortened(original(saved));

        Stream.concat(DamagedReplies.of(original), DamagedReplies.enlarged(original))
                .forEach(damaged -> assertAnswered(saved, request -> damaged.reply(), damaged.damage()));
    }

    static Answer assertAnswered(String saved, Function<DatadogRequest<?>, JsonNode> replies, String damage) {
        try {
            var answer = asking(saved, request -> replies.apply(request).toString());
            var failure = answer.failure();
            if (failure != null) {
                assertThat(failure.status()).as(damage).isIn(400, 502);
                assertThat(failure.text()).as(damage).isNotBlank();
            }
            for (var frame : answer.frames()) {
                assertThat(new ArrowFrames().write(frame)).as(damage).isNotEmpty();
            }
            new JsonFrames().write(answer.frames(), new ByteArrayOutputStream());
            return answer;
        } catch (IOException | RuntimeException defect) {
            throw new AssertionError(damage, defect);
        }
    }

    private static Answer asking(String saved, Function<DatadogRequest<?>, String> replies) {
        return new PlayedDatadog(replies).answer(saved, Sandbox.NOW.minusSeconds(86_400), Sandbox.NOW);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void endsWithADatadogThatRepeatsItselfForEver(String saved) {
        var page = original(saved);
        var calls = new int[1];

        var answer = assertAnswered(
                saved.replace("`limit`:2", "`limit`:5000"),
                request -> {
                    assertThat(++calls[0]).as("calls").isLessThan(250);
                    return endless(page.deepCopy(), calls[0]);
                },
                "an endless list");

        assertThat(answer.failure()).isNull();
        assertThat(calls[0]).isLessThan(10);
    }

    /** Wherever a reply tells of another page, it tells of one more, and of more rows than anybody has. */
    private static JsonNode endless(JsonNode page, int call) {
        if (page instanceof ObjectNode object) {
            for (var cursor : new String[] {"next_cursor", "after", "next_record_id"}) {
                if (object.has(cursor)) {
                    object.put(cursor, "cursor " + call);
                }
            }
            for (var total : new String[] {"total_count", "total", "total_filtered_count", "total_matching"}) {
                if (object.path(total).isNumber()) {
                    object.put(total, 1_000_000);
                }
            }
            object.forEach(member -> endless(member, call));
        } else if (page instanceof ArrayNode array) {
            array.forEach(element -> endless(element, call));
        }
        return page;
    }

    private JsonNode original(String saved) {
        var first = new JsonNode[1];
        asking(saved, request -> {
            var reply = sandbox.send(new SandboxRequest(
                    request.method().name(),
                    request.path(),
                    request.query(),
                    Map.of(),
                    request.body() == null ? new byte[0] : request.body().getBytes(UTF_8),
                    true));
            assertThat(reply.status()).as(request.path() + " " + reply.json()).isEqualTo(200);
            first[0] = first[0] == null ? reply.json() : first[0];
            return reply.json().toString();
        });
        return first[0];
    }
}
