// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.MovingClock;
import io.dromedary.query.AskedQuery;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationReaderTest {

    @Test
    void hasOneWindowForAllQueriesThatNameNone() {
        var body = "{\"queries\":[{\"query\":\"a\"},{\"query\":\"b\"},{\"query\":\"c\"}]}";
        var request = new ResourceRequest("POST", "", Map.of(), body.getBytes(StandardCharsets.UTF_8));

        var batch = new ExplanationReader(
                        new ResourceJson(10_000), MovingClock.ticking(Instant.ofEpochMilli(1_000_000_000_000L)))
                .read(request);

        assertThat(batch.queries()).hasSize(3);
        assertThat(batch.queries()).extracting(AskedQuery::fromMillis).containsOnly(999_996_400_000L);
        assertThat(batch.queries()).extracting(AskedQuery::toMillis).containsOnly(1_000_000_000_000L);
    }
}
