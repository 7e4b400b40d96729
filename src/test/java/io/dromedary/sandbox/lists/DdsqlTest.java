// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import static io.dromedary.sandbox.lists.Pages.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.sandbox.RateLimits;
import io.dromedary.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DdsqlTest {

    private static final String EXECUTE = "/api/v2/ddsql/query/tabular";
    private static final String FETCH = EXECUTE + "/fetch";

    private final Sandbox sandbox = new Sandbox();

    private static String body(String type, Map<String, Object> attributes) {
        try {
            return new ObjectMapper()
                    .writeValueAsString(Map.of("data", Map.of("type", type, "attributes", attributes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sandbox.Answer execute(String sql, int limit) {
        return sandbox.post(EXECUTE, body("ddsql_query_request", Map.of("query", sql, "row_limit", limit)));
    }

    private Sandbox.Answer fetch(String id) {
        return sandbox.post(FETCH, body("ddsql_query_fetch_request", Map.of("query_id", id)));
    }

    private JsonNode result(String sql, int limit) {
        var first = ok(execute(sql, limit)).at("/data/attributes");
        assertThat(first.path("state").asText()).isEqualTo("running");
        var second = ok(fetch(first.path("query_id").asText())).at("/data/attributes");
        assertThat(second.path("state").asText()).isEqualTo("completed");
        return second;
    }

    /** The rows as {@code a,b; c,d}. */
    private String rows(String sql) {
        var columns = result(sql, 1000).path("columns");
        var rows = new StringBuilder();
        for (int row = 0; row < columns.at("/0/values").size(); row++) {
            int index = row;
            rows.append(row == 0 ? "" : "; ")
                    .append(StreamSupport.stream(columns.spliterator(), false)
                            .map(column -> column.path("values").path(index).asText())
                            .collect(Collectors.joining(",")));
        }
        return rows.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT 1 | 1",
                "SELECT count(*) n FROM hosts | 24",
                "SELECT count(*) FROM hosts | 24",
                "select env, count(*) as n from dd.hosts group by env order by n desc | prod,22; staging,2",
                "SELECT hostname FROM hosts WHERE env = 'staging' ORDER BY hostname | checkout-stg-euw1-1; web-stg-euw1-1",
                "SELECT DISTINCT region FROM hosts ORDER BY 1 DESC LIMIT 2 | us-east-1; eu-west-1",
                "SELECT name FROM services WHERE traced = false AND NOT name LIKE 'k%' ORDER BY name | postgres; redis",
                "SELECT h.hostname FROM hosts h WHERE cpu_cores >= 8 AND region IN ('eu-west-1') | postgres-euw1-1",
                "SELECT sum(cpu_cores), min(cpu_cores), max(cpu_cores), avg(cpu_cores) FROM hosts WHERE service = 'postgres' | 16,8,8,8.0",
                "SELECT count(DISTINCT team) FROM hosts WHERE (region = 'us-east-1' OR region = 'eu-west-1') | 4",
                "SELECT user, count(*) FROM processes WHERE command ILIKE 'JAVA' GROUP BY user ORDER BY count(*) DESC, user LIMIT 2 | web,5; checkout,4",
                "SELECT count(*) FROM monitors WHERE service IS NULL | 3",
                "SELECT type, count(*) FROM monitors GROUP BY type ORDER BY type | apm,16; host,3; integration,6; metric,3; synthetics,8",
                "SELECT version FROM containers WHERE service NOT IN ('cart', 'web', 'search', 'checkout') LIMIT 1; | 2.75.2",
                "SELECT max(cpu_cores) FROM hosts WHERE hostname = 'none' | null"
            })
    void answers(String sql, String expected) {
        assertThat(rows(sql)).isEqualTo(expected);
    }

    @Test
    void comparesPatternsInTheTimeOfOneLook() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(rows("SELECT count(*) FROM processes WHERE cmdline LIKE '" + "%_".repeat(20) + "#'"))
                        .isEqualTo("0"));
    }

    @Test
    void readsLongTextsAndNames() {
        assertThat(rows("SELECT '" + "a".repeat(19_000) + "'")).hasSize(19_000);
        assertThat(rows("SELECT 'it''s', '" + "''".repeat(9_000) + "'")).isEqualTo("it's," + "'".repeat(9_000));
        assertThat(rows("SELECT a" + ".a".repeat(9_000) + ".hostname FROM hosts LIMIT 1"))
                .isNotEmpty();
        assertThat(execute("SELECT hostname. FROM hosts", 1).status()).isEqualTo(400);
        assertThat(execute("SELECT name FROM monitors ORDER BY " + "name,".repeat(1_900) + "name", 1)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void agreesWithTheListOfMonitors() {
        int muted = ok(sandbox.get("/api/v1/monitor/search", "query=muted%3Atrue"))
                .at("/metadata/total_count")
                .asInt();
        assertThat(rows("SELECT count(*) FROM monitors WHERE muted = true")).isEqualTo(Integer.toString(muted));
    }

    @Test
    void typesItsColumns() {
        var columns = result("SELECT name, id, critical, muted, last_triggered FROM monitors", 10)
                .path("columns");
        assertThat(columns)
                .extracting(column -> column.path("type").asText())
                .containsExactly("VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "TIMESTAMP");
        assertThat(columns.at("/4/values/0").asLong()).isGreaterThan(1_700_000_000_000L);
    }

    @Test
    void warnsWhenRowsAreCut() {
        var result = result("SELECT * FROM hosts", 5);
        assertThat(result.at("/columns/0/values")).hasSize(5);
        assertThat(result.at("/warnings/0").asText()).isEqualTo("Only the first 5 of 24 rows are returned");
        assertThat(result("SELECT * FROM hosts", 24).path("warnings")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELEC | syntax error at \"SELEC\" (position 1): SELECT is expected",
                "SELECT | syntax error at the end (position 7): a text in single quotes, a number, true or false is expected",
                "SELECT a FROM b | table \"b\" does not exist in the sandbox",
                "SELECT hostname, count(*) FROM hosts | column \"hostname\" must be in GROUP BY or in an aggregate function",
                "SELECT * FROM hosts JOIN services | JOIN is not available in the sandbox",
                "SELECT * FROM hosts, services | several tables are not available in the sandbox",
                "SELECT count(*) FROM hosts GROUP BY env HAVING count(*) > 1 | HAVING is not available in the sandbox",
                "SELECT upper(hostname) FROM hosts | function upper() is not available in the sandbox; there are count, sum, avg, min and max",
                "SELECT sum(hostname) FROM hosts | sum and avg need a column of numbers, \"hostname\" is none",
                "SELECT hostname FROM hosts WHERE cpu_cores = 'x' | column \"cpu_cores\" cannot be compared with 'x'",
                "SELECT hostname FROM hosts WHERE cpu_cores ! 1 | unexpected character at position 44",
                "SELECT hostname FROM hosts LIMIT 'a' | LIMIT must be a whole number, 0 or more",
                "SELECT hostname FROM hosts ORDER BY 2 | ORDER BY position 2 is not in the select list",
                "SELECT hostname FROM hosts ORDER BY env | ORDER BY \"env\" is not in the select list",
                "DELETE FROM hosts | syntax error at \"DELETE\" (position 1): SELECT is expected"
            })
    void saysWhatIsWrong(String sql, String text) {
        var answer = execute(sql, 10);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/detail").asText()).isEqualTo(text);
    }

    @Test
    void refusesStrangeRequests() {
        assertThat(execute("SELECT 1", 0).status()).isEqualTo(400);
        assertThat(execute(" ", 1).status()).isEqualTo(400);
        assertThat(sandbox.post(EXECUTE, body("other", Map.of("query", "SELECT 1")))
                        .status())
                .isEqualTo(400);
        assertThat(fetch("nonsense").status()).isEqualTo(400);
        assertThat(fetch("MSAtNSBTRUxFQ1QgMQ").status()).isEqualTo(400);
        String old = ok(execute("SELECT 1", 1)).at("/data/attributes/query_id").asText();
        var later = new Sandbox(Sandbox.NOW.plus(Duration.ofHours(2)), RateLimits.generous());
        assertThat(later.post(FETCH, body("ddsql_query_fetch_request", Map.of("query_id", old)))
                        .status())
                .isEqualTo(400);
    }

    @Provide
    Arbitrary<String> statements() {
        return Arbitraries.of(
                        "SELECT",
                        "*",
                        "FROM",
                        "hosts",
                        "WHERE",
                        "env",
                        "=",
                        "'prod'",
                        "AND",
                        "NOT",
                        "(",
                        ")",
                        "LIKE",
                        "'%%_'",
                        "GROUP",
                        "BY",
                        "ORDER",
                        "LIMIT",
                        "1",
                        "99999999999999999999",
                        "count",
                        ",",
                        "IN",
                        "IS",
                        "NULL",
                        "--",
                        "'",
                        "\"",
                        ";",
                        "AS",
                        "-",
                        "DISTINCT",
                        "avg",
                        "monitors",
                        "true")
                .list()
                .ofMaxSize(14)
                .map(words -> "SELECT " + String.join(" ", words));
    }

    @Property(tries = 400)
    void answersWhateverItIsAsked(@ForAll("statements") String sql) {
        assertThat(execute(sql, 5).status()).isIn(200, 400);
    }

    @Property(tries = 10)
    void survivesDeepConditions(@ForAll("signs") String sign) {
        assertThat(execute("SELECT 1 FROM hosts WHERE " + sign.repeat(3_000), 1).status())
                .isEqualTo(400);
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of("(", "NOT ", "'", "a=1 AND ", ")");
    }
}
