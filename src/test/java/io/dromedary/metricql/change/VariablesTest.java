// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.syntax.Printer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

    private static final Map<String, VariableValue> VALUES = new HashMap<>();

    static {
        VALUES.put("env", VariableValue.of("prod"));
        VALUES.put("host", VariableValue.of("a", "b"));
        VALUES.put("all", VariableValue.everything());
        VALUES.put("none", VariableValue.of());
        VALUES.put("blank", VariableValue.of(""));
        VALUES.put("scope", VariableValue.of("env:prod,!host:a"));
        VALUES.put("pairs", VariableValue.of("env:prod", "env:dev"));
        VALUES.put("mixed", VariableValue.of("env:prod", "host:a"));
        VALUES.put("metric", VariableValue.of("system.cpu.user"));
        VALUES.put("agg", VariableValue.of("max"));
        VALUES.put("factor", VariableValue.of("100"));
        VALUES.put("query", VariableValue.of("avg:b{*} + 1"));
        VALUES.put("width", VariableValue.of("5m"));
        VALUES.put("star", VariableValue.of("*"));
        VALUES.put("odd", VariableValue.of("a b"));
        VALUES.put("worse", VariableValue.of("*}, b{*"));
        VALUES.put("evil", VariableValue.of("*} by {host"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "avg:a{env:$env}                | avg:a{env:prod}",
                "avg:a{env:${env:csv}}          | avg:a{env:prod}",
                "avg:a{env:[[env]],x:1}         | avg:a{env:prod,x:1}",
                "avg:a{env:$env.value}          | avg:a{env:prod}",
                "avg:a{host:$host}              | avg:a{host IN (a,b)}",
                "avg:a{x:1,host:$host}          | avg:a{x:1 AND host IN (a,b)}",
                "avg:a{x:1,!host:$host}         | avg:a{x:1 AND host NOT IN (a,b)}",
                "avg:a{x:1 AND NOT host:$host}  | avg:a{x:1 AND host NOT IN (a,b)}",
                "avg:a{host IN ($host)}         | avg:a{host IN (a,b)}",
                "avg:a{host IN ($host,c)}       | avg:a{host IN (a,b,c)}",
                "avg:a{host NOT IN ($env)}      | avg:a{NOT host:prod}",
                "avg:a{$metric IN (a,b)}        | avg:a{system.cpu.user IN (a,b)}",
                "avg:a{$metric NOT IN (a,$env)} | avg:a{system.cpu.user NOT IN (a,prod)}",
                "avg:a{host IN ($all)}          | avg:a{host:*}",
                "avg:a{host:$all}               | avg:a{host:*}",
                "avg:a{service:web-$host-*}     | avg:a{service IN (web-a-*,web-b-*)}",
                "avg:a{service:$env-$host}      | avg:a{service IN (prod-a,prod-b)}",
                "avg:a{env:$none}               | avg:a{*}",
                "avg:a{env:$none,x:1}           | avg:a{x:1}",
                "avg:a{x:1,env:$blank,y:2}      | avg:a{x:1,y:2}",
                "avg:a{$blank:x,y:2}            | avg:a{y:2}",
                "avg:a{$blank IN (p,q) AND y:2} | avg:a{y:2}",
                "avg:a{$blank$blank,y:2}        | avg:a{y:2}",
                "avg:a{x:1 AND NOT env:$none}   | avg:a{x:1}",
                "avg:a{(env:$none OR x:1) AND y:2} | avg:a{x:1 AND y:2}",
                "avg:a{$scope}                  | avg:a{env:prod,!host:a}",
                "avg:a{$scope,x:1}              | avg:a{env:prod,!host:a,x:1}",
                "avg:a{$all,x:1}                | avg:a{x:1}",
                "avg:a{$none}                   | avg:a{*}",
                "avg:a{$pairs,x:1}              | avg:a{env IN (prod,dev) AND x:1}",
                "avg:a{$mixed,x:1}              | avg:a{(env:prod OR host:a) AND x:1}",
                "avg:a{!$pairs}                 | avg:a{env NOT IN (prod,dev)}",
                "avg:a{env:$odd}                | `avg:a{env:\"a b\"}`",
                "avg:a{env:$evil}               | `avg:a{env:\"*} by {host\"}`",
                "avg:a{env:$other}              | avg:a{env:$other}",
                "$agg:$metric{*} by {$host}     | max:system.cpu.user{*} by {a,b}",
                "avg:a{*} by {x,$none}          | avg:a{*} by {x}",
                "$factor * avg:a{*}             | 100 * avg:a{*}",
                "$query * 2                     | (avg:b{*} + 1) * 2",
                "avg:a{*}.rollup(avg, $width)   | avg:a{*}.rollup(avg, 300)",
                "avg:a{*}.rollup($agg, $factor) | avg:a{*}.rollup(max, 100)",
                "top(avg:a{*}, $factor, '$agg', 'desc') | top(avg:a{*}, 100, 'max', 'desc')",
                "max(avg:a{*} by {x,y}) by {$env} | max(avg:a{*} by {x,y}) by {prod}",
            })
    void putsValuesInTheirPlace(String text, String expected) {
        var changed = Printer.print(Variables.replace(Parser.parse(text).expression(), VALUES));
        assertThat(changed).isEqualTo(expected);
        assertThat(Parser.parse(changed).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "avg:$host{*}              | a metric's name takes one value",
                "avg:$all{*}               | a metric's name takes one value",
                "avg:$none{*}              | a metric's name takes one value",
                "avg:$odd{*}               | a metric's name has letters",
                "avg:a{$evil}              | is no filter such as env:prod",
                "avg:a{$worse}             | is no filter such as env:prod",
                "avg:a{*} by {$all}        | grouped by everything",
                "avg:a{*} by {x,$star}     | grouped by everything",
                "avg:a{*} by {$scope}      | takes tag keys, not env:prod",
                "avg:a{*} * $odd           | neither a number nor a query",
                "avg:a{*}.rollup(avg, $evil) | is no argument",
            })
    void refusesValuesThatDoNotFit(String text, String message) {
        var expression = Parser.parse(text).expression();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Variables.replace(expression, VALUES))
                .withMessageContaining(message);
    }

    @Test
    void knowsThePanelsIntervals() {
        var values = VariableValue.intervals(Duration.ofMillis(300), Duration.ofMinutes(4));
        var expression = Parser.parse("avg:a{*}.rollup(avg, $__interval) / avg:b{*}.rollup(sum, ${__rate_interval})")
                .expression();
        assertThat(Printer.print(Variables.replace(expression, values)))
                .isEqualTo("avg:a{*}.rollup(avg, 1) / avg:b{*}.rollup(sum, 240)");
    }

    @Test
    void namesTheVariablesThatAreLeft() {
        var expression =
                Parser.parse("avg:$m{env:$env,$scope} by {$env} * $factor").expression();
        assertThat(Variables.names(expression)).containsExactly("m", "env", "scope", "factor");
    }
}
