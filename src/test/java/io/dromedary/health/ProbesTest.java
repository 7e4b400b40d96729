// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProbesTest {

    private final Probes probes = new Probes(Clock.fixed(Instant.parse("2026-03-01T12:00:59.999Z"), ZoneOffset.UTC));

    @Test
    void queriesTheLastFiveWholeMinutes() throws IOException {
        var request = probes.request(Probe.METRIC_QUERIES);
        var attributes = new ObjectMapper().readTree(request.body()).at("/data/attributes");

        assertThat(request.path()).isEqualTo("/api/v2/query/timeseries");
        assertThat(attributes.path("from").asLong())
                .isEqualTo(Instant.parse("2026-03-01T11:55:00Z").toEpochMilli());
        assertThat(attributes.path("to").asLong())
                .isEqualTo(Instant.parse("2026-03-01T12:00:00Z").toEpochMilli());
        assertThat(attributes.at("/queries/0/name")).isEqualTo(attributes.at("/formulas/0/formula"));
    }

    @Test
    void asksForOneItemOfALongList() {
        assertThat(probes.request(Probe.METRIC_NAMES).query()).isEqualTo("page%5Bsize%5D=1");
        assertThat(probes.request(Probe.HOSTS).query()).startsWith("count=1&");
    }

    @Test
    void asksNothingTwice() {
        assertThat(Arrays.stream(Probe.values())
                        .map(probe -> probes.request(probe).path()))
                .doesNotHaveDuplicates();
    }
}
