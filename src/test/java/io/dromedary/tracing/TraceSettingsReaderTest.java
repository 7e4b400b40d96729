// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.tracing.TraceSettings.Protocol;
import io.dromedary.tracing.TraceSettingsReader.Own;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceSettingsReaderTest {

    private static final TraceTls OWN_FILES = new TraceTls("own-ca.pem", "", "");
    private static final Own NOTHING = own("", "grpc", "");
    private static final Map<String, String> STANDARD = Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318",
            "OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20t,x=1",
            "OTEL_SERVICE_NAME", "shop",
            "OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=test");

    private static Own own(String endpoint, String protocol, String sampler) {
        return new Own(endpoint, protocol, "", OWN_FILES, sampler, "");
    }

    private static TraceSettings read(Own own, Map<String, String> environment, boolean grafana) {
        return new TraceSettingsReader(own, environment, grafana).read();
    }

    @Test
    void sendsNothingUnlessToldTo() {
        assertThat(read(NOTHING, Map.of(), true).endpoint()).isNull();
        assertThat(read(NOTHING, Map.of(), false).endpoint()).isNull();
        assertThat(read(NOTHING, Map.of("GF_INSTANCE_OTLP_ADDRESS", ""), true).endpoint())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'',1.000000,SHARE,1",
        "const,0.000000,SHARE,0",
        "probabilistic,0.250000,SHARE,0.25",
        "rateLimiting,2.000000,RATE,2",
        "remote,0.500000,REMOTE,0.5",
        "Remote,0.500000,REMOTE,0.5",
        "'',none,SHARE,1"
    })
    void takesWhatGrafanaSays(String type, String param, Sampling.Kind kind, double number) {
        var settings = read(
                NOTHING,
                Map.of(
                        "GF_INSTANCE_OTLP_ADDRESS", "127.0.0.1:4317",
                        "GF_INSTANCE_OTLP_PROPAGATION", "jaeger",
                        "GF_INSTANCE_OTLP_SAMPLER_TYPE", type,
                        "GF_INSTANCE_OTLP_SAMPLER_PARAM", param,
                        "GF_INSTANCE_OTLP_SAMPLER_REMOTE_URL", "http://sampler:5778/sampling"),
                true);

        assertThat(settings.endpoint()).hasToString("http://127.0.0.1:4317");
        assertThat(settings.protocol()).isEqualTo(Protocol.GRPC);
        assertThat(settings.propagation()).containsExactly(Propagation.JAEGER);
        assertThat(settings.sampling().kind()).isEqualTo(kind);
        assertThat(settings.sampling().number()).isEqualTo(number);
        assertThat(settings.service()).isEqualTo("dromedary-datadog-datasource");
    }

    @Test
    void takesOpenTelemetrysVariablesOutsideGrafana() {
        var settings = read(NOTHING, STANDARD, false);

        assertThat(settings.endpoint()).hasToString("http://collector:4318/v1/traces");
        assertThat(settings.protocol()).isEqualTo(Protocol.HTTP);
        assertThat(settings.headers()).isEqualTo(Map.of("authorization", "Bearer t", "x", "1"));
        assertThat(settings.service()).isEqualTo("shop");
        assertThat(settings.attributes()).containsEntry("deployment.environment.name", "test");
        assertThat(settings.toString()).doesNotContain("Bearer");
        assertThat(read(NOTHING, STANDARD, true).endpoint()).isNull();
    }

    @Test
    void putsItsOwnSettingsFirst() {
        var settings = read(own("https://tempo/", "http", "0.1"), STANDARD, false);

        assertThat(settings.endpoint()).hasToString("https://tempo/v1/traces");
        assertThat(settings.headers()).isEmpty();
        assertThat(settings.sampling()).isEqualTo(Sampling.share(0.1));
        assertThat(read(own("tempo", "grpc", ""), Map.of(), true).endpoint()).hasToString("http://tempo:4317");
    }

    @Test
    void takesTheFilesOfWhoeverNamesTheReceiver() {
        var variables = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "https://collector:4318",
                "OTEL_EXPORTER_OTLP_CERTIFICATE", "all.pem",
                "OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE", "traces.pem",
                "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", "client.pem",
                "OTEL_EXPORTER_OTLP_CLIENT_KEY", "client-key.pem");

        assertThat(read(NOTHING, variables, false).tls())
                .isEqualTo(new TraceTls("traces.pem", "client.pem", "client-key.pem"));
        assertThat(read(own("https://tempo", "grpc", ""), variables, false).tls())
                .isEqualTo(OWN_FILES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"://", "http://", "ftp://host:1", "http://user:secret@host:4317", "a b", "host:port:more"})
    void doesWithoutTracesWhereTheAddressIsWrong(String address) {
        assertThat(read(own(address, "grpc", "x"), Map.of(), true).endpoint()).isNull();
    }
}
