// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.health.Check.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All checks for people: one page without a script that renews itself, or the same as JSON. Stateless. */
public final class HealthPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="30">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>Dromedary: %s</title>
            <style>body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1c2027}
            table{border-collapse:collapse;width:100%%}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #d8dde3;vertical-align:top}
            .UP{color:#0a6b3b}.DOWN{color:#b3261e}.UNKNOWN{color:#6b5900}td.s{font-weight:600}small{color:#5a6472}
            @media(prefers-color-scheme:dark){body{background:#16191d;color:#e3e6ea}th,td{border-color:#343a42}
            .UP{color:#6fd08c}.DOWN{color:#ff8a80}.UNKNOWN{color:#e2c75a}small{color:#a4adb8}}</style></head>
            <body><h1>Dromedary: <span class="%s">%s</span></h1>
            <table><thead><tr><th>Check</th><th>State</th><th>What is known</th></tr></thead><tbody>
            """;

    private final JsonMapper mapper = JsonMapper.builder().build();

    /** Returns the page, HTML. */
    public String html(Collection<Check> checks) {
        var whole = whole(checks);
        return HEAD.formatted(whole, whole, whole)
                + sorted(checks).map(HealthPage::row).collect(Collectors.joining("\n"))
                + "\n</tbody></table></body></html>\n";
    }

    /**
     * Returns {@code {"status":"UP","checks":[{"id":"…","group":"…","status":"UP","text":"…","details":{}}]}}, those in
     * trouble first.
     */
    public String json(Collection<Check> checks) {
        var root = mapper.createObjectNode().put("status", whole(checks).name());
        var list = root.putArray("checks");
        sorted(checks)
                .forEach(check -> list.addObject()
                        .put("id", check.id())
                        .put("group", check.group())
                        .put("status", check.state().name())
                        .put("text", check.text())
                        .set("details", mapper.valueToTree(check.details())));
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static State whole(Collection<Check> checks) {
        return checks.stream().anyMatch(check -> check.state() == State.DOWN) ? State.DOWN : State.UP;
    }

    private static Stream<Check> sorted(Collection<Check> checks) {
        var trouble = List.of(State.DOWN, State.UNKNOWN, State.UP);
        return checks.stream()
                .sorted(Comparator.<Check>comparingInt(check -> trouble.indexOf(check.state()))
                        .thenComparing(Check::id));
    }

    private static String row(Check check) {
        var details = check.details().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
        return "<tr><td>%s</td><td class=\"s %s\">%s</td><td>%s<br><small>%s</small></td></tr>"
                .formatted(escaped(check.id()), check.state(), check.state(), escaped(check.text()), escaped(details));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
