// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dromedary.call.FailedException;
import io.dromedary.instance.Instance;
import io.dromedary.instance.InstanceKey;
import io.dromedary.instance.SettingsReader;
import io.dromedary.instance.Sources;
import io.dromedary.resource.ResourceRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupsTest {

    private final Instance instance =
            new Instance(new InstanceKey("", "org-1", "u"), "n", new SettingsReader().read(Sources.sandbox("u")));
    private final Lookups lookups = new Lookups();

    @Test
    void takesEverythingWithoutParameters() {
        assertThat(lookups.metrics(request(), instance))
                .isEqualTo(new Lookup(Subject.METRICS, instance.id(), "", "", "", 10_000));
    }

    @Test
    void readsAllParameters() {
        var request = request("metric", " system.cpu.user ", "key", "env", "query", " pr ", "limit", "5");

        assertThat(lookups.tagValues(request, instance))
                .isEqualTo(new Lookup(Subject.TAGS, instance.id(), "system.cpu.user", "env", "pr", 5));
        assertThat(lookups.tagKeys(request, instance).tagKey()).isEmpty();
        assertThat(lookups.hosts(request, instance).owner()).isEmpty();
    }

    @Test
    void cutsAnEnormousLimit() {
        assertThat(lookups.hosts(request("limit", "2000000000"), instance).limit())
                .isEqualTo(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ten", "1.5", "99999999999", "0x10"})
    void refusesALimitThatIsNone(String limit) {
        refuses(() -> lookups.metrics(request("limit", limit), instance), "Parameter limit must be a whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../../v1/validate", "$metric", "a/b", "a%2fb", ".a", "a\u0000", "a b", "{}"})
    void refusesWhatIsNoMetric(String metric) {
        refuses(() -> lookups.tagKeys(request("metric", metric), instance), "Parameter metric is not the name");
    }

    @Test
    void asksForWhatIsMissing() {
        refuses(() -> lookups.tagKeys(request(), instance), "Parameter metric is missing: add metric=");
        refuses(() -> lookups.tagValues(request("metric", "a", "key", " "), instance), "Parameter key is missing");
    }

    @Test
    void refusesEndlessTexts() {
        refuses(
                () -> lookups.metrics(request("query", "a".repeat(501)), instance),
                "Parameter query is longer than 500 characters");
    }

    private static void refuses(Runnable read, String expected) {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(read::run)
                .satisfies(thrown -> assertThat(thrown.failure().status()).isEqualTo(400))
                .withMessageStartingWith(expected);
    }

    private static ResourceRequest request(String... parameters) {
        var query = new HashMap<String, List<String>>();
        for (var i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i], List.of(parameters[i + 1], "a second value is ignored"));
        }
        return new ResourceRequest("GET", "autocomplete/x", Map.copyOf(query), new byte[0]);
    }
}
