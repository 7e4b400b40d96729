// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.frame.Column;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameType;
import io.dromedary.product.EventProduct;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asks the sandbox for every event-like product. */
@Timeout(60)
class EventProductTest {

    private static SandboxWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new SandboxWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void showsEventsWithTimesAndIds(EventProduct product) {
        var frame = frames(product, "`limit`:50,`sort`:`asc`").get(0);

        assertThat(frame.rows()).isBetween(1, 50);
        assertThat(((Column.Times) frame.fields().get(0).column()).epochNanos()).isNotEmpty();
        var ids = frame.fields().stream()
                .filter(field -> field.name().equals("id"))
                .map(field -> ((Column.Texts) field.column()).values())
                .findFirst()
                .orElseThrow();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids).doesNotContainNull();
    }

    @ParameterizedTest
    @EnumSource
    void countsEvents(EventProduct product) {
        var total = frames(product, "`mode`:`aggregate`,`format`:`scalar`").get(0);
        var series = frames(product, "`mode`:`aggregate`").get(0);

        assertThat(total.meta().type()).isEqualTo(FrameType.NUMERIC_MULTI);
        assertThat(((Column.Numbers) total.fields().get(0).column()).values()[0])
                .isPositive();
        assertThat(series.meta().type()).isEqualTo(FrameType.TIMESERIES_MULTI);
        assertThat(((Column.Times) series.fields().get(0).column()).epochNanos())
                .isSorted()
                .isNotEmpty();
    }

    private static List<Frame> frames(EventProduct product, String members) {
        var answer = world.panel(Duration.ofDays(7), "{`queryType`:`" + product.wireName() + "`," + members + "}")
                .get("A");
        assertThat(answer.failure()).isNull();
        return answer.frames();
    }
}
