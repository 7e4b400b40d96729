// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataRequestsTest {

    @Test
    void asksByName() {
        var request = new MetadataRequests().build("system.cpu.user");

        assertThat(request.path()).isEqualTo("/api/v1/metrics/system.cpu.user");
        assertThat(request.query()).isEmpty();
    }

    @Test
    void readsWhatIsThere() throws IOException {
        assertThat(read("""
                {"type":"rate","unit":"byte","per_unit":"second","description":" Sent. ","short_name":null,
                 "statsd_interval":10,"integration":"system"}""")).isEqualTo(new MetricMetadata("rate", "byte", "second", "Sent."));
    }

    @Test
    void takesNullsForUnknown() throws IOException {
        assertThat(read("{\"type\":null,\"unit\":null,\"statsd_interval\":null}"))
                .isEqualTo(MetricMetadata.UNKNOWN);
        assertThat(read("{}")).isEqualTo(MetricMetadata.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'data':{'type':'manage_tags','attributes':{'metric_type':'distribution','include_percentiles':true}}} | ENABLED",
                "{'data':{'attributes':{'include_percentiles':false}}} | DISABLED",
                "{'data':{'attributes':{'include_percentiles':null}}} | UNTOLD",
                "{'data':{'attributes':{'metric_type':'gauge'}}} | UNTOLD",
                "{'data':null} | UNTOLD"
            })
    void readsWhetherThereArePercentiles(String body, Percentiles told) throws IOException {
        var bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

        assertThat(MetadataRequests.readPercentiles(new ByteArrayInputStream(bytes)))
                .isEqualTo(told);
    }

    @Test
    void asksForTheTagConfiguration() {
        assertThat(new MetadataRequests().percentiles("shop.latency").path())
                .isEqualTo("/api/v2/metrics/shop.latency/tags");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> read("[]")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("nonsense")).isInstanceOf(IOException.class);
    }

    private static MetricMetadata read(String body) throws IOException {
        return MetadataRequests.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
