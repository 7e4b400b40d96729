// SPDX-License-Identifier: Apache-2.0
package io.dromedary.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dromedary.call.FailedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTableTest {

    private final ResourceTable table = new ResourceTable(List.of(
            Resource.get("autocomplete/metrics", "autocomplete-metrics"),
            new Resource("POST", "query/validate", "query-validate"),
            Resource.get("query/validate", "query-example")));

    @Test
    void findsByPathAndMethod() {
        assertThat(table.find(request("POST", "query/validate")).route()).isEqualTo("query-validate");
        assertThat(table.find(request("GET", "query/validate")).route()).isEqualTo("query-example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "autocomplete",
                "/autocomplete/metrics",
                "autocomplete/metrics/",
                "autocomplete//metrics",
                "autocomplete/./metrics",
                "autocomplete/x/../metrics",
                "autocomplete/%6detrics",
                "autocomplete%2fmetrics",
                "autocomplete/metrics%00",
                "autocomplete/metrics\u0000",
                "Autocomplete/Metrics",
                "no/such/../path%00",
                "api/v1/validate",
                "../../api/v1/hosts"
            })
    void knowsNoOtherSpelling(String path) {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> table.find(request("GET", path)))
                .satisfies(thrown -> assertThat(thrown.failure().status()).isEqualTo(404))
                .withMessage("No such resource. There are autocomplete/metrics, query/validate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "HEAD", "get", ""})
    void tellsWhichMethodsThereAre(String method) {
        assertThatExceptionOfType(MethodNotAllowedException.class)
                .isThrownBy(() -> table.find(request(method, "query/validate")))
                .satisfies(thrown -> assertThat(thrown.failure().status()).isEqualTo(405))
                .satisfies(thrown -> assertThat(thrown.allowed()).isEqualTo("GET, POST"));
    }

    @Test
    void keepsSomeForAdministrators() {
        var mixed = new ResourceTable(
                List.of(Resource.get("lists", "lists"), Resource.forAdmins("PUT", "log-levels", "log-levels-change")));

        assertThat(mixed.find(asking("Admin")).route()).isEqualTo("log-levels-change");
        for (var role : List.of("", "Viewer", "Editor", "admin", "None")) {
            assertThatExceptionOfType(FailedException.class)
                    .isThrownBy(() -> mixed.find(asking(role)))
                    .satisfies(thrown -> assertThat(thrown.failure().status()).isEqualTo(403))
                    .withMessageContaining("role Admin");
        }
    }

    private static ResourceRequest asking(String role) {
        return new ResourceRequest("PUT", "log-levels", Map.of(), new byte[0], role);
    }

    private static ResourceRequest request(String method, String path) {
        return new ResourceRequest(method, path, Map.of(), new byte[0]);
    }
}
