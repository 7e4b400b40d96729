// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.testkit.KafkaClusterTestKit;
import kafka.testkit.TestKitNodes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Each of {@code examples/}, run on the sandbox as its first lines say. */
class ExamplesTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @RegisterExtension
    static final WireMockExtension WEBHOOK = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    @TempDir
    private Path directory;

    @Test
    void metricsToCsv() throws Exception {
        var settings = "example.directory = " + directory;
        try (var bundle = new ServingBundle(example("metrics-to-csv"), settings)) {
            var file = directory.resolve("orders.csv");
            await().atMost(LONGEST)
                    .until(() -> Files.exists(file) && Files.readAllLines(file).size() >= 3);

            assertThat(Files.readAllLines(file))
                    .doesNotHaveDuplicates()
                    .allSatisfy(line -> assertThat(line).matches("20[-0-9]+T[0-9:]+Z,[a-z0-9-]+,[0-9.E]+"));
        }
    }

    @Test
    void sloAlert() throws Exception {
        WEBHOOK.stubFor(post(urlEqualTo("/alert")).willReturn(ok()));
        var settings = """
                example.webhook = http:localhost:%d/alert
                example.burn-rate = -1
                """.formatted(WEBHOOK.getPort());
        try (var bundle = new ServingBundle(example("slo-alert"), settings)) {
            await().atMost(LONGEST)
                    .untilAsserted(() -> WEBHOOK.verify(
                            1,
                            postRequestedFor(urlEqualTo("/alert"))
                                    .withHeader("Content-Type", equalTo("application/json"))
                                    .withRequestBody(matchingJsonPath("$.watch", equalTo("checkout-burn")))
                                    .withRequestBody(matchingJsonPath("$.state", equalTo("breached")))));
        }
    }

    @Test
    void orderHealth() throws Exception {
        try (var bundle = new ServingBundle(example("order-health"), "")) {
            var reply = bundle.post("/orders", "{\"id\": 7, \"service\": \"checkout\"}");

            assertThat(reply.statusCode()).isEqualTo(200);
            var order = new ObjectMapper().readTree(reply.body());
            assertThat(order.path("id").asInt()).isEqualTo(7);
            assertThat(order.path("errorRate").asDouble()).isBetween(0.0, 100.0);
            assertThat(order.path("errorRate").isNumber()).isTrue();

            assertThat(bundle.post("/orders", "{\"id\": 7, \"service\": \"*} by {host\"}")
                            .statusCode())
                    .isEqualTo(500);
        }
    }

    @Test
    void logsToKafka() throws Exception {
        var nodes = new TestKitNodes.Builder()
                .setCombined(true)
                .setNumBrokerNodes(1)
                .setNumControllerNodes(1)
                .build();
        try (var kafka = new KafkaClusterTestKit.Builder(nodes)
                .setConfigProp("offsets.topic.replication.factor", "1")
                .build()) {
            kafka.format();
            kafka.startup();
            kafka.waitForReadyBrokers();
            var settings = """
                    example.directory = %s
                    example.brokers = %s
                    """.formatted(directory, kafka.bootstrapServers());
            try (var bundle = new ServingBundle(example("logs-to-kafka"), settings);
                    var consumer = consumer(kafka.bootstrapServers())) {
                var lines = new ArrayList<ConsumerRecord<String, String>>();
                await().atMost(LONGEST).until(() -> {
                    consumer.poll(Duration.ofMillis(500)).forEach(lines::add);
                    return lines.size() >= 5;
                });
                assertThat(lines).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
                for (var line : lines) {
                    var json = new ObjectMapper().readTree(line.value());
                    assertThat(json.path("id").asText()).isEqualTo(line.key());
                    assertThat(json.path("status").asText()).isEqualTo("error");
                }
            }
        }
    }

    private static KafkaConsumer<String, String> consumer(String brokers) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", brokers, "group.id", "test", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of("errors"));
        return consumer;
    }

    @Test
    void everyExampleHasATest() throws Exception {
        try (var files = Files.list(Path.of("examples"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\..*", "")))
                    .containsExactlyInAnyOrder(
                            "metrics-to-csv", "logs-to-kafka", "slo-alert", "order-health", "grpc-client");
        }
    }

    @Test
    void tellsThatThereIsNoSuchExample() {
        assertThatThrownBy(() -> new ServingBundle(example("../routes/api/query"), ""))
                .hasMessageContaining("no example");
    }

    private static Properties example(String name) {
        var system = new Properties();
        system.setProperty(Serving.EXAMPLE, name);
        return system;
    }
}
