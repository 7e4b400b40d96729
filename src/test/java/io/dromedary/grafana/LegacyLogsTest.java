// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Visualisation;
import io.dromedary.proto.pluginv2.PluginContext;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyLogsTest {

    @ParameterizedTest(name = "\"{0}\", plugin \"{1}\": {2}")
    @CsvSource({
        "'', '', true",
        "'Grafana/9.5.1 (linux; amd64)', 0.1.0, true",
        "'Grafana/10.0.0 (linux; amd64)', 0.1.0, false",
        "'Grafana/12.4.0 (linux; amd64)', '', false",
        "'', 0.1.0, false",
        "odd, '', false"
    })
    void isForGrafanasThatDoNotKnowLogLines(String userAgent, String pluginVersion, boolean needed) {
        var context = PluginContext.newBuilder()
                .setUserAgent(userAgent)
                .setPluginVersion(pluginVersion)
                .build();

        assertThat(LegacyLogs.needed(context)).isEqualTo(needed);
    }

    @Test
    void makesColumnsOfLabels() {
        var frame = new Frame(
                "",
                "A",
                new FrameMeta(FrameType.LOG_LINES, "x", List.of(), Visualisation.LOGS),
                List.of(
                        Field.time("timestamp", new long[] {1, 2}),
                        Field.of("body", FieldConfig.NONE, new Column.Texts(List.of("one", "two"), false)),
                        Field.texts("severity", List.of("error", "info")),
                        Field.of(
                                "labels",
                                FieldConfig.NONE,
                                new Column.Documents(
                                        List.of("{\"service\":\"web\"}", "{\"service\":\"api\",\"@a\":\"b\"}")))));

        var legacy = LegacyLogs.of(frame);

        assertThat(legacy.fields())
                .extracting(Field::name)
                .containsExactly("timestamp", "line", "level", "service", "@a");
        assertThat(((Column.Texts) legacy.fields().get(3).column()).values()).containsExactly("web", "api");
        assertThat(((Column.Texts) legacy.fields().get(4).column()).values()).isEqualTo(Arrays.asList(null, "b"));
        assertThat(legacy.meta().type()).isEqualTo(FrameType.NONE);
        assertThat(legacy.meta().visualisation()).isEqualTo(Visualisation.LOGS);
    }
}
