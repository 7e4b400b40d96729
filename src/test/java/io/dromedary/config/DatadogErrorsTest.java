// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.dromedary.config.DatadogRoutes.instance;
import static io.dromedary.config.DatadogRoutes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.dromedary.call.Cancellation;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.datadog.DatadogException;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.ReplyErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatadogErrorsTest {

    private static final Path RECORDINGS = Path.of("../shared/recordings");

    @RegisterExtension
    static final WireMockExtension datadog = WireMockExtension.newInstance().build();

    private static DatadogRoutes routes;

    @BeforeAll
    static void start() {
        routes = new DatadogRoutes();
    }

    @AfterAll
    static void stop() {
        routes.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    400 | {"errors":["API input validation failed"]}                                  | API input validation failed
                    400 | {"errors":["one","two","one"]}                                              | one; two
                    403 | {"status":"error","code":403,"errors":["Forbidden"],"twitter":"x"}          | 403: Forbidden
                    422 | {"errors":[{"title":"Generic Error","detail":"from is after to"}]}          | Generic Error: from is after to
                    400 | {"errors":[{"status":"400","title":"Bad Request"}]}                         | Bad Request
                    400 | {"errors":[{"detail":"no limit","source":{"parameter":"page[limit]"}}]}     | no limit (page[limit])
                    400 | {"error":{"code":"InvalidArgument","message":"Invalid event id 'x'"}}       | Invalid event id 'x'
                    400 | {"errors":["{'errors': [u\\"input_validation_error(Field 'page')\\"]}"]}    | 400: input_validation_error(Field 'page'))
                    404 | {"errors":["Not Found"],"error_details":[{}]}                               | 404: Not Found
                    400 | {"errors":"one text"}                                                       | one text
                    400 | {"message":"from a gateway"}                                                | from a gateway
                    400 | plain text                                                                  | plain text
                    400 | {"errors":["cut of                                                          | 400: Bad Request
                    400 | {}                                                                          | 400: Bad Request
                    400 | []                                                                          | 400: Bad Request
                    400 | null                                                                        | 400: Bad Request
                    418 | {}                                                                          | rejected the request (418)
                    403 | `<html><head><title>Access\n denied</title>`                                | web page "Access denied"
                    403 | `<!doctype html><p>no title`                                                | a web page
                    """)
    void tellsWhatDatadogSaid(int status, String body, String said) {
        var failure = failureOf(status, body, "/api/v1/monitor");

        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.source()).isEqualTo(Source.DOWNSTREAM);
        assertThat(failure.text()).contains(said).doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "401, /api/v2/query/timeseries, timeseries_query",
        "403, /api/v1/query, timeseries_query",
        "403, /api/v2/metrics/a.b/all-tags, metrics_read",
        "403, /api/v2/logs/events/search, logs_read_data",
        "403, /api/v1/logs/config/indexes, logs_read_config",
        "403, /api/v1/hosts, hosts_read"
    })
    void namesThePermissionThatMayBeMissing(int status, String path, String permission) {
        var failure = failureOf(status, "{\"errors\":[\"Forbidden\"]}", path);

        assertThat(failure.text())
                .contains("both keys are valid and belong to the Datadog at localhost")
                .contains("permission " + permission);
    }

    @Test
    void namesNoPermissionWhereValidKeysAreEnough() {
        assertThat(failureOf(403, "", "/api/v2/validate_keys").text())
                .contains("both keys are valid")
                .doesNotContain("permission");
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 406, 412, 413, 414, 416, 417, 426, 431, 501})
    void takesTheBlameForRequestsItShouldNotHaveMade(int status) {
        assertThat(failureOf(status, "{\"errors\":[\"no\"]}", "/api/v1/hosts").source())
                .isEqualTo(Source.PLUGIN);
    }

    @Test
    void takesARedirectForAWrongAddress() {
        datadog.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(302).withHeader("Location", datadog.baseUrl())));

        var failure = failure(text("/api/v1/hosts"));

        assertThat(failure.status()).isEqualTo(502);
        assertThat(failure.text()).contains("status 302").contains("check the site or URL");
        assertThat(datadog.getAllServeEvents()).hasSize(1);
    }

    @Test
    void takesAWebPageForAWrongAddressThoughItsStatusIsFine() {
        datadog.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withBody("<html>Log in</html>")));

        var failure = failure(text("/api/v1/hosts"));

        assertThat(failure.status()).isEqualTo(502);
        assertThat(failure.text()).contains("web page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "not json", "{\"cut\": [1,"})
    void saysSoWhenAReplyCannotBeUnderstood(String body) {
        datadog.stubFor(any(anyUrl()).willReturn(aResponse().withBody(body)));

        var failure =
                failure(DatadogRequest.get("/api/v1/hosts", "", in -> new ObjectMapper().readValue(in, Map.class)));

        assertThat(failure.status()).isEqualTo(502);
        assertThat(failure.source()).isEqualTo(Source.DOWNSTREAM);
    }

    @Test
    void turnsAnErrorInsideASuccessIntoABadRequest() {
        datadog.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));

        var failure = failure(DatadogRequest.get("/api/v1/query", "", in -> {
            throw new ReplyErrorException("Error parsing query: 100% wrong");
        }));

        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.text()).isEqualTo("Datadog rejected the request: Error parsing query: 100％ wrong");
    }

    @Test
    void passesAFailureOfTheReaderOn() {
        datadog.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));
        var own = new FailedException(Failure.badRequest("too many series"));

        var exchange = routes.exchange(
                instance(datadog.baseUrl()),
                DatadogRequest.get("/api/v1/query", "", in -> {
                    throw own;
                }),
                new Cancellation(),
                Map.of());

        assertThat(exchange.getException()).isSameAs(own);
    }

    @Test
    void keepsKeysAndLineBreaksOutOfWhatAReaderRepeats() {
        datadog.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));

        var exchange = routes.exchange(
                instance(datadog.baseUrl()),
                DatadogRequest.get("/api/v1/query", "", in -> {
                    throw new FailedException(
                            Failure.badRequest("Datadog says:\n" + DatadogRoutes.API_KEY + "x".repeat(600)));
                }),
                new Cancellation(),
                Map.of());

        assertThat(Failure.of(exchange.getException()).text())
                .startsWith("Datadog says: [redacted]xxx")
                .hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void showsNoUrlQueryAndNoMoreThanAScreenful() {
        var failure = failureOf(
                400, "{\"errors\":[\"see https://x.example/a?token=1 " + "word ".repeat(500) + "\"]}", "/api/v1/hosts");

        assertThat(failure.text()).contains("https://x.example/a word").hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void readsEveryRecordedError() throws IOException {
        assumeThat(RECORDINGS).isDirectory();

        var errors = recordedErrors();

        assertThat(errors).hasSizeGreaterThan(20).allSatisfy(error -> {
            var status = error.path("statusCode").asInt();
            var body = error.path("body");
            var failure = failureOf(
                    status,
                    body.isTextual() ? body.textValue() : body.path("json").toString(),
                    "/api/v1/x");
            assertThat(failure.status()).isEqualTo(status);
            assertThat(failure.text()).hasSizeBetween(20, 500).doesNotContain("{", "\n", "%", "u\"", "errors");
        });
    }

    private static List<JsonNode> recordedErrors() throws IOException {
        var json = new ObjectMapper();
        var errors = new ArrayList<JsonNode>();
        try (var files = Files.walk(RECORDINGS)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                for (var recorded : json.readTree(file.toFile())) {
                    var response = recorded.path("httpResponse");
                    if (response.path("statusCode").asInt() >= 400) {
                        errors.add(response);
                    }
                }
            }
        }
        return errors;
    }

    private static Failure failureOf(int status, String body, String path) {
        datadog.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
        return failure(text(path));
    }

    private static Failure failure(DatadogRequest<?> request) {
        return catchThrowableOfType(DatadogException.class, () -> routes.fetch(instance(datadog.baseUrl()), request))
                .failure();
    }
}
