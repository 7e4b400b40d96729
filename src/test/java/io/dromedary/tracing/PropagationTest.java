// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropagationTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @ParameterizedTest
    @CsvSource({
        "00-" + TRACE + "-" + SPAN + "-01, true",
        "00-" + TRACE + "-" + SPAN + "-00, false",
        "00-" + TRACE + "-" + SPAN + "-03, true",
        "01-" + TRACE + "-" + SPAN + "-01-what-comes, true"
    })
    void readsWhatW3cSays(String sent, boolean sampled) {
        assertThat(Propagation.W3C.read(sent)).isEqualTo(new TraceContext(TRACE, SPAN, sampled));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "00-" + TRACE + "-" + SPAN,
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01,00-" + TRACE + "-" + SPAN + "-01"
            })
    void takesNothingMalformed(String sent) {
        assertThat(Propagation.W3C.read(sent)).isNull();
    }

    @Test
    void readsWhatJaegerSays() {
        assertThat(Propagation.JAEGER.read("a3ce929d0e0e4736:f067aa0ba902b7:0:1"))
                .isEqualTo(new TraceContext("0000000000000000a3ce929d0e0e4736", SPAN, true));
        assertThat(Propagation.JAEGER.read(TRACE + "%3A" + SPAN + "%3A0%3A0"))
                .isEqualTo(new TraceContext(TRACE, SPAN, false));
        assertThat(Propagation.JAEGER.read("0:0:0:1")).isNull();
    }

    @Test
    void looksWhereItIsToldTo() {
        var both = Map.of("traceparent", "00-" + TRACE + "-" + SPAN + "-01", "uber-trace-id", "1:2:0:1");

        assertThat(Propagation.find(Propagation.parse(""), both::get).traceId()).isEqualTo(TRACE);
        assertThat(Propagation.find(Propagation.parse("jaeger, w3c"), both::get).spanId())
                .endsWith("2");
        assertThat(Propagation.find(Propagation.parse("w3c"), Map.of("uber-trace-id", "1:2:0:1")::get))
                .isNull();
        assertThat(Propagation.parse("b3")).isEqualTo(List.of(Propagation.W3C));
    }

    @Property
    void survivesEverything(@ForAll String sent) {
        for (var way : Propagation.values()) {
            var context = way.read(sent);
            assertThat(context == null || context.traceId().matches("[0-9a-f]{32}"))
                    .isTrue();
        }
    }
}
