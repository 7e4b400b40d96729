// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.metricql.Lines;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    private final EditorFixture shop = EditorFixture.shop();

    /** Text with the cursor; the text that is replaced; the kinds of the items; the first items. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // the beginning of a query
                "^                                | ``      | aggregator function reference variable metric | avg sum min max count",
                "av^                              | av      | aggregator           | avg",
                "sy^                              | sy      | metric               | system.cpu.idle system.cpu.user system.mem.used",
                "cpu^                             | cpu     | metric               | system.cpu.idle system.cpu.user",
                "AVG^                             | AVG     | aggregator           | avg",
                "p9^                              | p9      | aggregator           | p90 p95 p99",
                "a^vg:m{*}                        | avg     | aggregator           | avg max",
                "to^                              | to      | function             | top",
                "sto^                             | sto     | aggregator           | histogram",
                // metrics
                "avg:^                            | ``      | metric               | aws.lambda.errors shop.cart.size",
                "avg: ^                           | ``      | metric               | aws.lambda.errors",
                "avg:sys^                         | sys     | metric               | system.cpu.idle system.cpu.user system.mem.used",
                "avg:USER^                        | USER    | metric               | system.cpu.user",
                "avg:sys^tem.cpu{*}               | system.cpu | metric            | system.cpu.idle",
                "avg:shop.o^ by {host}            | shop.o  | metric               | shop.orders",
                "avg:nothing.like.it^             | nothing.like.it | ``           | ``",
                "sum:shop.orders{*} / sum:sh^     | sh      | metric               | shop.cart.size shop.checkout.latency shop.orders",
                "sum:shop.orders{*}\\n / sum:sh^  | sh      | metric               | shop.cart.size",
                "system.^cpu{*}                   | system.cpu | metric            | system.cpu.idle",
                "top(avg:mem^                     | mem     | metric               | system.mem.used",
                // tag keys
                "avg:system.cpu.user{^            | ``      | keyword tag-key variable | * env host spot",
                "avg:system.cpu.user{^}           | ``      | keyword tag-key variable | * env host spot",
                "avg:system.cpu.user{en^          | en      | tag-key              | env",
                "avg:system.cpu.user{e^nv:prod}   | env     | tag-key              | env",
                "avg:system.cpu.user{!h^}         | h       | tag-key variable     | host",
                "avg:system.cpu.user{env:prod,^}  | ``      | tag-key variable     | env host spot $host",
                "avg:system.cpu.user{env:prod AND ^} | ``   | tag-key variable     | env host spot $host",
                "avg:system.cpu.user{env:prod AND NOT h^} | h | tag-key variable   | host",
                "avg:system.cpu.user{env:prod AND (sp^ | sp | tag-key              | spot",
                "avg:shop.orders{c^               | c       | tag-key              | country",
                "sum:shop.orders{*} / avg:system.cpu.user{sp^ | sp | tag-key       | spot",
                "abs(max:shop.orders{cou^         | cou     | tag-key              | country",
                "avg:unknown.metric{^             | ``      | keyword variable     | * $host",
                // values
                "avg:system.cpu.user{env:^        | ``      | variable tag-value   | $host prod staging",
                "avg:system.cpu.user{env:st^      | st      | tag-value            | staging",
                "avg:system.cpu.user{env:PR^      | PR      | tag-value            | prod",
                "avg:system.cpu.user{env:pr^od}   | prod    | tag-value            | prod",
                "avg:system.cpu.user{env:prod,host:web-^} | web- | tag-value      | web-1 web-2",
                "avg:system.cpu.user{host:2^}     | 2       | tag-value            | web-2",
                "avg:system.cpu.user{env IN (^    | ``      | variable tag-value   | $host prod staging",
                "avg:system.cpu.user{env IN (prod,s^)} | s  | tag-value variable   | staging",
                "avg:system.cpu.user{env NOT IN (^)} | ``   | variable tag-value   | $host prod",
                "avg:shop.orders{env:z^           | z       | ``                   | ``",
                "avg:system.cpu.user{host:$^      | $       | variable             | $host",
                "avg:system.cpu.user{nokey:^      | ``      | variable             | $host",
                // between filters
                "avg:system.cpu.user{env:prod ^}  | ``      | keyword              | AND OR",
                "avg:system.cpu.user{env:prod A^} | A       | keyword              | AND",
                "avg:system.cpu.user{env ^}       | ``      | keyword              | AND OR IN",
                // groups
                "avg:system.cpu.user{*} ^         | ``      | keyword modifier operator | by",
                "avg:system.cpu.user{*} b^        | b       | keyword              | by",
                "avg:system.cpu.user{*} by {^     | ``      | tag-key variable     | env host spot",
                "avg:system.cpu.user{*} by {h^}   | h       | tag-key variable     | host",
                "avg:system.cpu.user{*} by {env,^} | ``     | tag-key variable     | env host spot",
                "avg:shop.orders{*}\\nby {coun^}  | coun    | tag-key              | country",
                "max(avg:shop.orders{*} by {host}) by {co^ | co | tag-key          | country",
                // modifiers
                "avg:system.cpu.user{*}.^         | ``      | modifier             | as_count as_rate rollup",
                "avg:system.cpu.user{*}.ro^       | ro      | modifier             | rollup",
                "avg:system.cpu.user{*} by {env}.fi^ | fi   | modifier             | fill",
                "avg:system.cpu.user{*}.as_count().rol^ | rol | modifier           | rollup",
                "avg:system.cpu.user{*}.rollup(^  | ``      | argument             | avg sum min max count",
                "avg:system.cpu.user{*}.rollup(su^, 60) | su | argument            | sum",
                "avg:system.cpu.user{*}.fill(z^)  | z       | argument             | zero",
                "avg:system.cpu.user{*}.rollup(sum, ^) | ``  | argument            | daily weekly monthly",
                // functions
                "abs^                             | abs     | function             | abs",
                "ewma^                            | ewma    | function             | ewma_3 ewma_5 ewma_7",
                "top(avg:shop.orders{*}, ^        | ``      | argument             | 5 10 25 50 100",
                "top(avg:shop.orders{*}, 2^, 'max', 'desc') | 2 | argument           | 25",
                "top(avg:shop.orders{*}, 10, ^    | ``      | argument             | max mean min",
                "timeshift(avg:shop.orders{*}, ^) | ``      | argument             | -3600 -86400 -604800",
                "calendar_shift(avg:shop.orders{*}, ^ | ``  | argument             | -1d -7d -1w -1mo",
                "calendar_shift(avg:shop.orders{*}, '-1d', '^') | `` | argument     | UTC",
                "moving_rollup(avg:shop.orders{*}, 60, ^) | `` | argument           | avg sum min max count",
                "anomalies(avg:shop.orders{*}, 'ba^ | ba    | argument             | basic",
                "anomalies(avg:shop.orders{*}, 'basic', ^) | `` | argument          | 2 3 4 direction",
                "anomalies(avg:shop.orders{*}, 'basic', 2, ^) | `` | argument       | direction alert_window",
                "anomalies(avg:shop.orders{*}, 'basic', 2, dir^) | dir | argument   | direction",
                "anomalies(avg:shop.orders{*}, 'basic', 2, direction=^) | `` | argument | above below both",
                "anomalies(avg:shop.orders{*}, 'basic', 2, direction='b^') | b | argument | below both",
                "forecast(avg:shop.orders{*}, ^)   | ``     | argument             | linear seasonal",
                "outliers(avg:shop.orders{*} by {host}, ^) | `` | argument         | DBSCAN MAD",
                "pow(avg:shop.orders{*}, avg:sh^   | sh     | metric               | shop.cart.size",
                "abs(abs(avg:shop.orders{^}))      | ``     | keyword tag-key variable | * country",
                "avg:system.cpu.user{*}.rollup(sum, 3^) | 3 | argument              | 300 3600",
                "avg:system.cpu.user{*}.fill(last, ^) | ``  | argument              | 60 300 600",
                // comments and lines
                "// avg:sys\\navg:sys^           | sys     | metric               | system.cpu.idle",
                "/* top( */ avg:system.cpu.user{en^} | en   | tag-key              | env",
                "avg:system.cpu.user{*} /* ^ */    | ``     | ``                   | ``",
                "avg:system.cpu.user{\\n  env:prod,\\n  ^ | `` | tag-key variable | env host spot",
                "avg:system.cpu.user{\\n  env:^\\n}\\nby {host} | `` | variable tag-value | $host prod staging",
                "avg:system.cpu.user{*}\\n  .rollup(\\n    ^ | `` | argument         | avg sum",
                "sum:shop.orders{*}, avg:system.cpu.user{h^ | h | tag-key           | host",
                "(sum:shop.orders{*} + avg:^)      | ``     | metric               | aws.lambda.errors",
                "$A + avg:^                        | ``     | metric               | aws.lambda.errors",
                "avg:system.cpu.user{env NOT IN (prod, st^ | st | tag-value         | staging",
                "avg:system.cpu.user{host IN (web-1, ^) AND env:prod} | `` | variable tag-value | $host web-1 web-2",
                "avg:system.cpu.user{NOT env:^}    | ``     | variable tag-value   | $host prod",
                "avg:system.cpu.user{!env:st^,host:web-1} | st | tag-value          | staging",
                "count(v: v<=5):shop.o^            | shop.o  | metric               | shop.orders",
                "p95:shop.c^                       | shop.c  | metric               | shop.cart.size shop.checkout.latency",
                "top(avg:shop.orders{*}, 10, 'me^an', 'desc') | mean | argument    | mean",
                // references
                "sum:shop.orders{*} / $^          | $       | reference variable   | $A $errors",
                "sum:shop.orders{*} / $A^         | $A      | reference            | $A",
                "#er^                             | #er     | reference            | #errors",
                // nothing
                "5^                               | 5       | ``                   | ``",
                "avg:system.cpu.user{*} // avg:^  | ``      | ``                   | ``",
                "avg:system.cpu.user{*} by {host ^} | ``    | ``                   | ``"
            })
    void offersWhatMayStandThere(String marked, String replaced, String kinds, String first) {
        var text = marked.replace("\\n", "\n");
        var items = shop.complete(text).path("items");

        assertThat(kinds(items)).containsAll(words(kinds)).hasSizeLessThanOrEqualTo(5);
        if (first.isEmpty()) {
            assertThat(items).isEmpty();
        }
        assertThat(texts(items)).startsWith(words(first).toArray(String[]::new));
        assertThat(items)
                .allSatisfy(item -> assertThat(text.replace("^", "")
                                .substring(
                                        item.path("from").asInt(),
                                        item.path("to").asInt()))
                        .isEqualTo(replaced));
    }

    /** Queries of all kinds: those of one kind stand together in the table. */
    private static List<String> everyFourth() {
        var all = Lines.valid();
        return IntStream.range(0, all.size() / 4).mapToObj(i -> all.get(4 * i)).toList();
    }

    @Test
    void neverFailsWhereverTheCursorIs() {
        var queries = new ArrayList<>(everyFourth());
        queries.add("avg:süß.m😀{env:prod,host:😀} by {größe}\n.rollup(");
        var items = new ArrayList<JsonNode>();
        for (var query : queries) {
            IntStream.rangeClosed(0, query.length())
                    .forEach(cursor -> assertThatCode(() -> shop.complete(query, cursor)
                                    .path("items")
                                    .forEach(item -> {
                                        int from = item.path("from").asInt();
                                        int to = item.path("to").asInt();
                                        assertThat(from).isBetween(0, cursor);
                                        assertThat(to).isBetween(cursor, query.length());
                                        items.add(item);
                                    }))
                            .as("%s at %d", query, cursor)
                            .doesNotThrowAnyException());
        }
        assertThat(queries).hasSizeGreaterThan(100);
        assertThat(items).hasSizeGreaterThan(10_000);
    }

    @Test
    void neverFailsWhereverAnUnfinishedTextEnds() {
        assertThat(everyFourth()).hasSizeGreaterThanOrEqualTo(100);
        for (var query : everyFourth()) {
            for (int end = 0; end <= query.length(); end++) {
                var text = query.substring(0, end);
                assertThatCode(() -> shop.complete(text, text.length()))
                        .as(text)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void saysWhatItIs() {
        assertThat(item("avg:shop.ord^", "shop.orders").toString())
                .isEqualTo("{\"kind\":\"metric\",\"text\":\"shop.orders\",\"detail\":\"count – Orders placed\","
                        + "\"from\":4,\"to\":12}");
        assertThat(item("avg:user^", "system.cpu.user").path("detail").asText())
                .isEqualTo("gauge, percent – Time in programs");
        assertThat(item("avg:idle^", "system.cpu.idle").path("detail").asText()).isEmpty();
        assertThat(item("to^", "top").path("detail").asText()).startsWith("top(query, limit, ");
        assertThat(item("avg:a{*}.ro^", "rollup").path("detail").asText()).startsWith(".rollup(method, [seconds]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "av^                                 | avg    | avg:",
                "av^:system.cpu.user{*}              | avg    | avg",
                "to^                                 | top    | top(",
                "to^(avg:a{*}, 5)                    | top    | top",
                "avg:a{*}.ro^                        | rollup | rollup(",
                "avg:a{*}.ro^(sum)                   | rollup | rollup",
                "avg:a{*}.as_c^                      | as_count | as_count()",
                "avg:a{*}.as_c^()                    | as_count | as_count",
                "avg:a{*} b^                         | by     | by {",
                "avg:a{*} b^ {host}                  | by     | by",
                "avg:system.cpu.user{en^             | env    | env:",
                "avg:system.cpu.user{en^:prod}       | env    | env",
                "avg:system.cpu.user{sp^             | spot   | spot",
                "avg:system.cpu.user{*} by {en^      | env    | env",
                "top(avg:a{*}, 10, me^               | mean   | 'mean'",
                "top(avg:a{*}, 10, 'me^              | mean   | mean'",
                "top(avg:a{*}, 10, 'me^')            | mean   | mean",
                "avg:system.cpu.user{host:work^      | worker, \"old\" | \"worker, \\\"old\\\"\"",
            })
    void insertsTheSignsThatFollowAndNoneTwice(String marked, String text, String inserted) {
        var item = item(marked, text);
        assertThat(item.path("insert").asText(text)).isEqualTo(inserted);
    }

    @Test
    void putsWhatIsUsedBeforeItsEquals() {
        shop.validate("avg:system.mem.used{*}");
        shop.validate("avg:system.cpu.user{*} +");

        assertThat(texts(shop.complete("avg:system.^").path("items")))
                .containsExactly("system.mem.used", "system.cpu.idle", "system.cpu.user");
    }

    @Test
    void ranksByMatchBeforeKindAndUse() {
        shop.metrics(List.of("a.sum", "my.sums", "sum", "sum.of", "xsum"));

        assertThat(texts(shop.complete("sum^").path("items")))
                .containsExactly("sum", "sum", "sum.of", "a.sum", "my.sums", "cumsum", "xsum");
    }

    @Test
    void offersAtMostAHundredOfTenThousand() {
        shop.metrics(IntStream.range(0, 10_000)
                .mapToObj(i -> "metric.%05d".formatted(i))
                .toList());

        var all = shop.complete("avg:metric^");
        var few = shop.complete("avg:metric.0001^");

        assertThat(all.path("items")).hasSize(Completer.MAX_ITEMS);
        assertThat(all.path("complete").asBoolean()).isFalse();
        assertThat(few.path("items")).hasSize(10);
        assertThat(few.path("complete").asBoolean()).isTrue();
    }

    @Test
    void showsSomethingOfEachKind() {
        shop.metrics(IntStream.range(0, 10_000).mapToObj(i -> "m" + i).toList());

        var items = shop.complete("^").path("items");

        assertThat(items).hasSize(Completer.MAX_ITEMS);
        assertThat(kinds(items)).containsExactly("aggregator", "function", "reference", "variable", "metric");
        assertThat(texts(items)).contains("avg", "abs", "$A", "$host", "m0", "m19");
    }

    @Test
    void offersTheWordsOfTheLanguageWithoutAnyList() {
        var answer = new EditorFixture().complete("^");

        assertThat(texts(answer.path("items"))).contains("avg", "top", "$A");
        assertThat(answer.path("complete").asBoolean()).isFalse();
        assertThat(answer.path("reason").asText())
                .isEqualTo("Datadog is still being asked for the names of metrics; ask again in a moment");
    }

    private JsonNode item(String marked, String text) {
        for (var item : shop.complete(marked).path("items")) {
            if (item.path("text").asText().equals(text)) {
                return item;
            }
        }
        throw new AssertionError(text + " is not offered at " + marked);
    }

    private static Set<String> kinds(JsonNode items) {
        var kinds = new LinkedHashSet<String>();
        items.forEach(item -> kinds.add(item.path("kind").asText()));
        return kinds;
    }

    private static List<String> texts(JsonNode items) {
        return items.findValuesAsText("text");
    }

    private static List<String> words(String text) {
        return Stream.of(text.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
