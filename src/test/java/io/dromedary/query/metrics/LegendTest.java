// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.syntax.Parser;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegendTest {

    private static final String QUERY = "avg:system.cpu.user{env:prod,!host:x} by {host}";

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{{host}} | b-1",
                "{{ host }} in {{env}} | b-1 in prod",
                "{{metric}} | system.cpu.user",
                "{{aggr}} of {{nothing}}! | avg of !",
                "{{scope}} | env:prod,host:b-1",
                "{{expression}} | avg:system.cpu.user{env:prod,!host:x} by {host}",
                "fixed $1 | fixed $1",
                "{{nothing}} | prod, b-1",
                "{{host | {{host",
                "'' | prod, b-1"
            })
    void fillsTheTemplate(String template, String expected) {
        var labels = Labels.of(List.of("host:b-1", "env:prod"));

        assertThat(new Legend(template, QUERY, Parser.parse(QUERY).expression()).name(labels))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | sum:a.b{*}.as_rate() / 2",
                "{{scope}} | *",
                "{{metric}} | a.b",
                "{{host}}  | sum:a.b{*}.as_rate() / 2"
            })
    void namesASingleSeriesByItsQuery(String template, String expected) {
        var text = "sum:a.b{*}.as_rate() / 2";

        assertThat(new Legend(template, text, Parser.parse(text).expression()).name(Labels.of(List.of())))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} -> {1}, {2}, {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "avg:a.b_c{x:y} | avg | a.b_c | x:y",
                "top(p95:a{*} by {h}, 5, 'mean', 'desc') | p95 | a | *",
                "system.cpu.idle{ host:a } | '' | system.cpu.idle | host:a",
                "count(v: v<=100):m{*}.as_count() | count | m | *",
                "100 * sum : a.b{*} / avg:c{*} | sum | a.b | *",
            })
    void tellsTheFirstMetricOfAQuery(String query, String aggregator, String metric, String scope) {
        var legend = new Legend(
                "{{aggr}}|{{metric}}|{{scope}}", query, Parser.parse(query).expression());

        assertThat(legend.name(Labels.of(List.of()))).isEqualTo(aggregator + "|" + metric + "|" + scope);
    }

    @Property(tries = 200)
    void takesAnyText(@ForAll String query, @ForAll String template) {
        assertThat(new Legend(template, query, Parser.parse(query).expression())
                        .name(Labels.of(List.of(query, template))))
                .isNotNull();
    }
}
