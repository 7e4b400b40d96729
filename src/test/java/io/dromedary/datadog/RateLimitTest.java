// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    @Test
    void readsWhatDatadogTells() {
        var limit = limit(Map.of(
                "X-RateLimit-Name", "query",
                "X-RateLimit-Limit", "600",
                "X-RateLimit-Period", "3600",
                "X-RateLimit-Remaining", "0",
                "X-RateLimit-Reset", "59"));

        assertThat(limit).isEqualTo(new RateLimit("query", 600L, Duration.ofHours(1), 0L, Duration.ofSeconds(59)));
    }

    @Test
    void takesTheTimeThatAProxyTells() {
        assertThat(limit(Map.of("Retry-After", "7")).reset()).isEqualTo(Duration.ofSeconds(7));
    }

    /** Who believed them would not ask again for weeks. */
    @ParameterizedTest
    @ValueSource(strings = {"1795650000", "9223372036854775807", "99999999999999999999", "-1", "1.5", "soon", ""})
    void countsNonsenseAsMissing(String reset) {
        assertThat(limit(Map.of("X-RateLimit-Reset", reset, "X-RateLimit-Period", reset)))
                .isEqualTo(new RateLimit(null, null, null, null, null));
    }

    private static RateLimit limit(Map<String, String> headers) {
        return RateLimit.from(new Reply(429, headers::get, InputStream.nullInputStream()));
    }
}
