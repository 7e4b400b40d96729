// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.query.metrics.MetricsReply.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one reply to {@code POST /api/v2/query/scalar}. Confined to the thread that reads. */
final class ScalarReplyParser {

    private final JsonWalk json;
    private List<Column> columns = List.of();

    ScalarReplyParser(JsonWalk json) {
        this.json = json;
    }

    /**
     * A column of either kind: what kind it is may be told after its cells.
     *
     * @param cells texts of a group column
     * @param numbers of a number column
     */
    private record Column(String type, String name, List<Unit> units, List<@Nullable String> cells, double[] numbers) {}

    ScalarReply parse() throws IOException {
        ReplyEnvelope.read(json, this::readAttribute);
        var groups = new ArrayList<ScalarReply.Group>();
        var values = new ArrayList<ScalarReply.Values>();
        for (var column : columns) {
            switch (column.type()) {
                case "group" -> groups.add(new ScalarReply.Group(column.name(), column.cells()));
                case "number" ->
                    values.add(new ScalarReply.Values(
                            column.units().get(0), column.units().get(1), column.numbers()));
                default -> throw JsonWalk.malformed();
            }
        }
        return new ScalarReply(groups, values);
    }

    private void readAttribute(String name) throws IOException {
        if (name.equals("columns")) {
            columns = json.list(this::readColumn);
        } else {
            json.skip();
        }
    }

    private Column readColumn() throws IOException {
        var texts = new String[] {"", ""};
        var units = new ArrayList<Unit>(List.of(Unit.NONE, Unit.NONE));
        var cells = new ArrayList<@Nullable String>();
        var numbers = new Numbers();
        json.object(name -> {
            switch (name) {
                case "type" -> texts[0] = json.text();
                case "name" -> texts[1] = json.text();
                case "meta" -> readMeta(units);
                case "values" -> readValues(cells, numbers);
                default -> json.skip();
            }
        });
        return new Column(texts[0], texts[1], List.copyOf(units), cells, numbers.all());
    }

    private void readMeta(List<Unit> units) throws IOException {
        if (json.isNull()) {
            return;
        }
        json.object(name -> {
            if (name.equals("unit")) {
                var read = ReplyEnvelope.units(json);
                units.set(0, read.get(0));
                units.set(1, read.get(1));
            } else {
                json.skip();
            }
        });
    }

    /** A group's cell is a list of tag values, a number's is a number or null. */
    private void readValues(List<@Nullable String> cells, Numbers numbers) throws IOException {
        if (json.entersArray()) {
            while (json.nextElement()) {
                if (json.isArray()) {
                    cells.add(joined(json.list(json::text)));
                } else if (json.isText()) {
                    cells.add(json.text());
                } else {
                    if (json.isNull()) {
                        cells.add(null); // of either kind
                    }
                    numbers.add(json.number(Double.NaN));
                }
            }
        }
    }

    private static @Nullable String joined(List<String> values) {
        return values.isEmpty() ? null : String.join(", ", new TreeSet<>(values));
    }

    /** Numbers, not yet known how many. */
    private static final class Numbers {

        private double[] read = new double[16];
        private int count;

        void add(double number) {
            if (count == read.length) {
                read = Arrays.copyOf(read, count * 2);
            }
            read[count++] = number;
        }

        double[] all() {
            return Arrays.copyOf(read, count);
        }
    }
}
