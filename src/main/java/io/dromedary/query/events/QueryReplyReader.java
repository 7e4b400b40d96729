// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import com.fasterxml.jackson.core.JsonParser;
import io.dromedary.query.Tag;
import io.dromedary.query.events.AggregateReply.Bucket;
import io.dromedary.query.events.AggregateReply.Points;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the replies of Datadog's v2 timeseries and scalar queries as groups of events. Times are milliseconds,
 * {@code values[s][t]} belongs to {@code series[s]} and {@code times[t]}; a table has columns of group values and of
 * numbers, one for each formula. Confined to one reply.
 */
final class QueryReplyReader {

    private boolean hasAttributes;
    private final List<Long> times = new ArrayList<>();
    private final List<Header> headers = new ArrayList<>();
    private final List<List<Double>> values = new ArrayList<>();
    private final List<Cells> columns = new ArrayList<>();

    private record Header(List<String> tags, int compute) {}

    /** A column of a table: of texts where it is a group, of numbers where not. */
    private record Cells(String type, String name, List<String> texts, List<Double> numbers) {}

    static AggregateReply readTimeseries(InputStream body) throws IOException {
        var reader = new QueryReplyReader();
        var state = reader.read(body);
        return new AggregateReply(reader.series(), state);
    }

    static AggregateReply readScalar(InputStream body) throws IOException {
        var reader = new QueryReplyReader();
        var state = reader.read(body);
        return new AggregateReply(reader.rows(), state);
    }

    private ReplyState read(InputStream body) throws IOException {
        var meta = MetaReader.read(
                body,
                json -> JsonReading.object(json, (name, value) -> {
                    if (name.equals("attributes")) {
                        hasAttributes = true;
                        JsonReading.object(value, this::attribute);
                    }
                }));
        if (!hasAttributes) {
            throw JsonReading.notUnderstood();
        }
        return meta.state();
    }

    private void attribute(String name, JsonParser json) throws IOException {
        switch (name) {
            case "times" -> JsonReading.array(json, time -> times.add(time.getValueAsLong()));
            case "series" -> JsonReading.array(json, this::header);
            case "values" ->
                JsonReading.array(json, list -> {
                    var numbers = new ArrayList<Double>();
                    JsonReading.array(list, value -> numbers.add(JsonReading.number(value)));
                    values.add(numbers);
                });
            case "columns" -> JsonReading.array(json, this::column);
            default -> {}
        }
    }

    private void header(JsonParser json) throws IOException {
        var tags = new ArrayList<String>();
        var compute = new int[1];
        JsonReading.object(json, (name, value) -> {
            switch (name) {
                case "group_tags" -> JsonReading.array(value, tag -> tags.add(JsonReading.text(tag)));
                case "query_index" -> compute[0] = value.getValueAsInt();
                default -> {}
            }
        });
        headers.add(new Header(tags, compute[0]));
    }

    private void column(JsonParser json) throws IOException {
        var type = new String[] {"", ""};
        var texts = new ArrayList<String>();
        var numbers = new ArrayList<Double>();
        JsonReading.object(json, (name, value) -> {
            switch (name) {
                case "type" -> type[0] = JsonReading.text(value);
                case "name" -> type[1] = JsonReading.text(value);
                case "values" ->
                    JsonReading.array(value, cell -> {
                        numbers.add(JsonReading.number(cell));
                        texts.add(JsonReading.joined(cell)); // a group's cell is a list of values
                    });
                default -> {}
            }
        });
        columns.add(new Cells(type[0], type[1], texts, numbers));
    }

    private List<Bucket> series() {
        var buckets = new ArrayList<Bucket>();
        for (var s = 0; s < Math.min(headers.size(), values.size()); s++) {
            var series = new Series();
            var numbers = values.get(s);
            for (var t = 0; t < Math.min(times.size(), numbers.size()); t++) {
                if (!Double.isNaN(numbers.get(t))) {
                    series.add(times.get(t) * 1_000_000, numbers.get(t));
                }
            }
            var header = headers.get(s);
            buckets.add(new Bucket(by(header.tags()), Map.of(header.compute(), series.points())));
        }
        return buckets;
    }

    private static Map<String, String> by(List<String> tags) {
        var by = new LinkedHashMap<String, String>();
        for (var text : tags) {
            var tag = Tag.of(text);
            by.merge(tag.key(), tag.value(), (one, other) -> one + ", " + other);
        }
        return by;
    }

    private List<Bucket> rows() {
        var groups =
                columns.stream().filter(column -> column.type().equals("group")).toList();
        var measures = columns.stream()
                .filter(column -> !column.type().equals("group"))
                .toList();
        var rows = columns.stream()
                .mapToInt(column -> column.numbers().size())
                .max()
                .orElse(0);
        var buckets = new ArrayList<Bucket>();
        for (var row = 0; row < rows; row++) {
            var by = new LinkedHashMap<String, String>();
            for (var group : groups) {
                by.put(group.name(), row < group.texts().size() ? group.texts().get(row) : "");
            }
            var computes = new LinkedHashMap<Integer, Points>();
            for (var i = 0; i < measures.size(); i++) {
                var numbers = measures.get(i).numbers();
                computes.put(i, Points.of(row < numbers.size() ? numbers.get(row) : Double.NaN));
            }
            buckets.add(new Bucket(by, computes));
        }
        return buckets;
    }
}
