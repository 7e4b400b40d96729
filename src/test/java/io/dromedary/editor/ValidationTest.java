// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

    private final EditorFixture shop = EditorFixture.shop();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "avg:system.cpu.user{*}",
                "avg:system.cpu.user{env:prod,host:web-1} by {host,env}",
                "avg:system.cpu.user{ENV:Prod}",
                "avg:system.cpu.user{spot}",
                "avg:system.cpu.user{host:web-*,env:$env,$scope} by {$group}",
                "avg:system.cpu.user{env IN (prod,staging) AND NOT host:web-2}",
                "sum:shop.orders{*}.as_count() / sum:shop.orders{country:de}.as_count()",
                "avg:$metric{env:prod}"
            })
    void findsNothingWrong(String text) {
        assertThat(shop.validate(text).toString()).isEqualTo("{\"problems\":[]}");
    }

    /** The text concerned is between marks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "avg:^system.cpu.usr^{*}                   | warning | Datadog has not seen a metric system.cpu.usr lately: did you mean system.cpu.user?",
                "avg:^what.is.this^{*}                     | warning | Datadog has not seen a metric what.is.this lately",
                "avg:system.cpu.user{^contry^:de}          | warning | system.cpu.user has no tag contry",
                "avg:system.cpu.user{!^hots^:a}            | warning | system.cpu.user has no tag hots: did you mean host?",
                "avg:system.cpu.user{^env:prd^}            | warning | system.cpu.user has not had env:prd lately: did you mean prod?",
                "avg:system.cpu.user{env IN (prod,^x^)}    | warning | system.cpu.user has not had env:x lately",
                "avg:system.cpu.user{env:prod OR ^nv^:x}   | warning | system.cpu.user has no tag nv: did you mean env?",
                "avg:system.cpu.user{*} by {host,^evn^}    | warning | system.cpu.user has no tag evn: did you mean env?",
                "^p95^:system.cpu.user{*}                  | warning | p95 needs a distribution with percentiles enabled: system.cpu.user is of type gauge",
                "^histogram^:system.cpu.user{*}            | warning | histogram needs a distribution: system.cpu.user is of type gauge",
                "^count^(v: v<=5):system.cpu.user{*}       | warning | counting by value needs a distribution with percentiles enabled: system.cpu.user is of type gauge",
                "^p95^:shop.checkout.latency{*}            | warning | p95 needs percentiles, which are not enabled for shop.checkout.latency: enable them in Datadog's metrics summary",
                "^count^(v: v<=5):shop.checkout.latency{*} | warning | counting by value needs percentiles, which are not enabled for shop.checkout.latency: enable them in Datadog's metrics summary",
                "avg:system.cpu.user{*}.^as_count^()       | warning | as_count changes nothing: system.cpu.user is a gauge",
                "sum:shop.orders{*} / sum:shop.orders{^en^:prod} | warning | shop.orders has no tag en: did you mean env?",
                "abss(avg:^system.cpu.usr^{*})             | warning | Datadog has not seen a metric system.cpu.usr lately: did you mean system.cpu.user?",
                "^avgg^:system.cpu.user{*}                 | error   | unknown aggregator avgg: did you mean avg?"
            })
    void tellsWhatIsWrongWhere(String marked, String severity, String message) {
        var from = marked.indexOf('^');
        var to = marked.indexOf('^', from + 1) - 1;

        var problems = problems(shop.validate(marked.replace("^", "")));

        assertThat(problems).contains(from + "-" + to + " " + severity + " " + message);
    }

    @Test
    void saysNothingOfTagsWhenTheMetricIsUnknown() {
        assertThat(problems(shop.validate("avg:unknown.metric{env:x} by {y}"))).hasSize(1);
    }

    @Test
    void saysNothingOfNamesWhenListsAreMissing() {
        var answer = new EditorFixture().validate("avg:system.cpu.usr{nv:x}");

        assertThat(answer.path("problems")).isEmpty();
        assertThat(answer.path("reason").asText()).contains("still being asked");
    }

    private static List<String> problems(JsonNode answer) {
        var problems = new ArrayList<String>();
        answer.path("problems")
                .forEach(problem -> problems.add(problem.path("from").asInt() + "-"
                        + problem.path("to").asInt() + " "
                        + problem.path("severity").asText() + " "
                        + problem.path("message").asText()));
        return problems;
    }
}
