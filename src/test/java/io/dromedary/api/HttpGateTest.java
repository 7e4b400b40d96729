// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpGateTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.0.7", "dromedary.example", ""})
    void isNeverOpenToOtherMachinesWithoutAToken(String host) {
        assertThatThrownBy(() -> new HttpGate(host, " , ", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dromedary.http.tokens");
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer first,   0",
        "bearer second,  0",
        "Bearer third,   401",
        "Bearer firs,    401",
        "Basic first,    401",
        ",               401",
        "Bearer,         401",
    })
    void takesAnyOfTheTokens(@Nullable String authorization, int status) {
        var gate = new HttpGate("0.0.0.0", "first, second", "");

        assertThat(status(gate, "/api/v1/query", authorization, "dromedary.example", null))
                .isEqualTo(status);
    }

    @Test
    void asksForATokenOnLoopbackTooWhenThereIsOne() {
        assertThat(status(new HttpGate("127.0.0.1", "first", ""), "/api/v1/query", null, "localhost", null))
                .isEqualTo(401);
    }

    @Test
    void showsTheFirstPageToWhoIsToShowATokenThere() {
        var gate = new HttpGate("0.0.0.0", "first", "");

        assertThat(status(gate, "/", null, "dromedary.example", null)).isZero();
        assertThat(status(gate, "/page/main.js", null, "dromedary.example", null))
                .isZero();
        assertThat(status(gate, "/pages", null, "dromedary.example", null)).isEqualTo(401);
        assertThat(status(new HttpGate("127.0.0.1", "", ""), "/", null, "evil.example", null))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080,       ,                        0",
        "127.0.0.1:8080,       http://localhost:8080,   0",
        "[::1]:8080,           ,                        0",
        "evil.example:8080,    ,                        403",
        "localhost:8080,       https://evil.example,    403",
        "localhost:8080,       null,                    403",
        "127.0.0.1.evil.example, ,                      403",
    })
    void servesThisMachineOnlyWithoutAToken(String host, @Nullable String origin, int status) {
        assertThat(status(new HttpGate("127.0.0.1", "", ""), "/api/v1/query", null, host, origin))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    Bearer reader, 0",
        "POST,   Bearer reader, 0",
        "DELETE, Bearer reader, 403",
        "PUT,    Bearer reader, 403",
        "DELETE, Bearer admin,  0",
        "GET,    Bearer admin,  0",
        "DELETE, Bearer nobody, 401",
    })
    void letsAdminsAloneChangeSomething(String method, String authorization, int status) {
        var gate = new HttpGate("0.0.0.0", "reader", "old, admin");

        assertThat(gate.check(method, "/api/v1/caches", authorization, "x", null)
                        .map(HttpGate.Refusal::status)
                        .orElse(0))
                .isEqualTo(status);
    }

    @Test
    void showsTheContractToWhoReachesTheDoor() {
        assertThat(status(new HttpGate("0.0.0.0", "first", ""), "/docs", null, "x", null))
                .isZero();
        assertThat(status(new HttpGate("127.0.0.1", "", ""), "/openapi.yaml", null, "evil.example", null))
                .isEqualTo(403);
    }

    @Test
    void leavesHealthOpenAndNothingThatLooksLikeIt() {
        var gate = new HttpGate("0.0.0.0", "first", "");

        assertThat(status(gate, "/observe/health/live", null, "x", null)).isZero();
        assertThat(status(gate, "/observe/healthy", null, "x", null)).isEqualTo(401);
        assertThat(status(gate, "/observe/metrics", null, "x", null)).isEqualTo(401);
    }

    private static int status(
            HttpGate gate,
            String path,
            @Nullable String authorization,
            @Nullable String host,
            @Nullable String origin) {
        return gate.check("POST", path, authorization, host, origin)
                .map(HttpGate.Refusal::status)
                .orElse(0);
    }
}
