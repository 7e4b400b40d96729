// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import io.dromedary.query.QueryPlanner;
import io.dromedary.query.QueryReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalReasonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3600  | 0     | 300   | ``                  | 15    | 1 h in the 300 points that the panel can draw need points of 12 s; 15 s is the next width that is easy to read.",
                "3600  | 1000  | 360   | ``                  | 10    | 1 h in the 360 points that the panel can draw need points of 10 s.",
                "86400 | 0     | 0     | ``                  | 60    | 1 d in the 1500 points that Datadog gives at most need points of 58 s; 1 min is the next width that is easy to read.",
                "3600  | 60000 | 1000  | ``                  | 60    | The panel asks for points of 1 min; 1 h has no more of them than it can draw.",
                "3600  | 500   | 3600  | ``                  | 5     | 1 h in the 1500 points that Datadog gives at most need points of 3 s; 5 s is the next width that is easy to read.",
                "3600  | 1000  | 300   | ,\"rollup\":\"sum,120\" | 120 | Query A has a rollup of its own: sum of 2 min.",
            })
    void saysWhy(long length, long interval, long points, String more, long seconds, String why) {
        var json = "{\"query\":\"avg:m{*}\"" + more + "}";
        var asked = new AskedQuery("A", "", 0, length * 1000, interval, points, json.getBytes(StandardCharsets.UTF_8));
        var batch = new QueryBatch(List.of(asked), false, true);
        var group = new QueryPlanner(new QueryReader()).plan(batch).groups().get(0);
        var out = JsonMapper.builder().build().createObjectNode();

        IntervalReason.write(batch, group, out);

        assertThat(out.path("why").asText()).isEqualTo(why);
        assertThat(out.path("seconds").asLong()).isEqualTo(seconds);
    }
}
