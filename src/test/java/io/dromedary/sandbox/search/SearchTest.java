// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.sandbox.story.Details;
import io.dromedary.sandbox.story.Event;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private static final Facets FACETS = new Facets("attributes", Set.of("trace_id"), List.of("message"));

    private static final Event LOG = new Event(
            1,
            2,
            new Event.Origin("web", "web-use1-1", List.of("env:prod", "service:web", "team:Storefront", "url:a:b/c")),
            "error",
            () -> new Details()
                    .put("message", "GET /cart timed out after 1500 ms: Read-Timeout (payment)")
                    .put("attributes.http.status_code", 503)
                    .put("attributes.http.method", "GET")
                    .put("attributes.http.route", "/cart (old)")
                    .put("attributes.version", "1.10.2")
                    .put("attributes.trace_id", "42")
                    .put("attributes.duration", 1_500_000_000L)
                    .put("attributes.list", List.of("one", "two"))
                    .map());

    private static boolean finds(String query) {
        return Search.of(query, FACETS).test(LOG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "service:web",
                "service:WEB",
                "team:storefront",
                "host:web-*",
                "host:web-????-1",
                "url:a:b/c",
                "status:error @http.status_code:503",
                "status:error AND @http.status_code:503",
                "@http.status_code:>=500",
                "@http.status_code:>502.5",
                "@http.status_code:<=503",
                "@http.status_code:[500 TO 599]",
                "@http.status_code:{502 TO 504}",
                "@http.status_code:[500 TO *]",
                "@duration:>1000000000",
                "@http.method:(GET OR POST)",
                "@http.method:(NOT POST)",
                "service:(we* NOT web-ui)",
                "-service:cart",
                "!service:cart",
                "NOT service:cart",
                "-(service:cart OR env:staging)",
                "service:cart OR env:prod",
                "service:cart AND env:staging OR env:prod",
                "env:prod (service:cart OR service:web)",
                "@http.route:\"/cart (old)\"",
                "@http.route:\\/cart\\ \\(old\\)",
                "@list:two",
                "@http.method:*",
                "-@nothing:*",
                "trace_id:42",
                "tags:\"env:prod\"",
                "timed",
                "\"timed out after\"",
                "TIMED",
                "time*",
                "*out",
                "read-timeout",
                "/cart",
                "*:GET",
                "@version:[1.10.0 TO 1.10.9]"
            })
    void findsTheLog(String query) {
        assertThat(finds(query)).as(query).isTrue();
        assertThat(finds("-(" + (query.isBlank() ? "*" : query) + ")")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service:we",
                "@http.method:get",
                "http.method:GET",
                "@http.status_code:>503",
                "@http.status_code:503d",
                "@http.status_code:0x1F7p0",
                "@http.status_code:{503 TO 504}",
                "@http.method:>5",
                "env:prod service:cart",
                "tim",
                "\"out timed\"",
                "@nothing:*",
                "@http:*"
            })
    void doesNotFind(String query) {
        assertThat(finds(query)).as(query).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(service:web | missing closing parenthesis at position 12",
                "service:web) | unexpected ')' at position 11",
                "service: | query ends too early at position 8",
                "\"open | missing closing quote at position 5",
                "@a:[1 2] | a range is written [low TO high] at position 6",
                "@a:[1 TO 2 | missing end of range at position 10",
                "AND | unexpected AND at position 3",
                "a OR | query ends too early at position 4",
                "CIDR(@ip,10.0.0.0/8) | functions such as CIDR() are not supported at position 4",
                "] | unexpected ']' at position 0"
            })
    void saysWhatIsWrongAndWhere(String query, String problem) {
        assertThatThrownBy(() -> finds(query))
                .isInstanceOfSatisfying(
                        RefusedSearchException.class, e -> assertThat(e.text()).isEqualTo(problem));
    }

    @Property(tries = 2000)
    void understandsOrRefusesAnything(@ForAll("queries") String query) {
        try {
            finds(query);
        } catch (RefusedSearchException e) {
            assertThat(e.text()).contains(" at position ");
        }
    }

    @Example
    void refusesWhatIsNestedTooDeeply() {
        assertThatThrownBy(() -> finds("(".repeat(3000) + "a" + ")".repeat(3000)))
                .isInstanceOf(RefusedSearchException.class);
        assertThat(finds("-".repeat(3000) + "time*")).isTrue();
        assertThat(finds("time* ".repeat(1300))).isTrue();
    }

    @Provide
    Arbitrary<String> queries() {
        return Arbitraries.of(
                        "a", "service", ":", "web", "@", "(", ")", "[", "]", "{", "}", "\"", "\\", "*", "?", "-", "!",
                        ">", "<", "=", " ", " AND ", " OR ", " NOT ", " TO ", "1", "5e300", "ü")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }
}
