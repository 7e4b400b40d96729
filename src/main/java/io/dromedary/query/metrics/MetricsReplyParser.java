// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.query.metrics.MetricsReply.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one reply; {@link MetricsReplies} tells its shape. Confined to the thread that reads. Numbers go straight from
 * the JSON stream into arrays.
 */
final class MetricsReplyParser {

    /** Far more than 3,000 series of 1,500 points; keeps an absurd reply from filling the memory. */
    private static final int MAX_ITEMS = 5_000_000;

    private static final int NANOS_PER_MILLI = 1_000_000;

    private final JsonParser json;
    private int items;
    private double[] scratch = new double[2048];

    private boolean hasAttributes;
    private String errors = "";
    private long[] times = new long[0];
    private List<Header> headers = List.of();
    private List<double[]> values = List.of();

    MetricsReplyParser(JsonParser json) {
        this.json = json;
    }

    /** A series without its values, which the reply keeps elsewhere. */
    private record Header(List<String> tags, int query, Unit unit, Unit perUnit) {}

    /** Reads the value of one member; the parser stands on the value's first token, and on its last afterwards. */
    @FunctionalInterface
    private interface Member {
        void read(String name) throws IOException;
    }

    MetricsReply parse() throws IOException {
        json.nextToken();
        readObject(this::readTop);
        if (json.nextToken() != null) {
            throw malformed();
        }
        if (!errors.isEmpty()) {
            throw new FailedException(
                    new Failure(400, Source.DOWNSTREAM, "Datadog could not run this query: " + errors));
        }
        if (!hasAttributes || headers.size() != values.size()) {
            throw malformed();
        }
        var series = new ArrayList<MetricsReply.Series>(headers.size());
        for (var i = 0; i < headers.size(); i++) {
            var header = headers.get(i);
            if (values.get(i).length != times.length) {
                throw malformed();
            }
            series.add(new MetricsReply.Series(
                    header.tags(), header.query(), header.unit(), header.perUnit(), values.get(i)));
        }
        return new MetricsReply(times, series);
    }

    private void readTop(String name) throws IOException {
        switch (name) {
            case "data" -> readObject(this::readData);
            case "errors" -> errors = readErrors();
            default -> json.skipChildren();
        }
    }

    /** A text, as documented; or a list of texts, as other endpoints have it. */
    private String readErrors() throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return text();
        }
        return String.join("; ", readTexts());
    }

    private void readData(String name) throws IOException {
        if (name.equals("attributes")) {
            hasAttributes = true;
            readObject(this::readAttributes);
        } else {
            json.skipChildren();
        }
    }

    private void readAttributes(String name) throws IOException {
        switch (name) {
            case "times" -> times = readTimes();
            case "series" -> headers = readList(this::readHeader);
            case "values" -> values = readList(this::readValues);
            default -> json.skipChildren();
        }
    }

    private long[] readTimes() throws IOException {
        var read = new long[1024];
        var count = 0;
        if (startsArray()) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (count == read.length) {
                    read = Arrays.copyOf(read, count * 2);
                }
                read[count++] = Math.multiplyExact(numberToken().getLongValue(), NANOS_PER_MILLI);
                countItem();
            }
        }
        return Arrays.copyOf(read, count);
    }

    private double[] readValues() throws IOException {
        var count = 0;
        if (startsArray()) {
            for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (count == scratch.length) {
                    scratch = Arrays.copyOf(scratch, count * 2);
                }
                scratch[count++] = token == JsonToken.VALUE_NULL
                        ? Double.NaN
                        : numberToken().getDoubleValue();
                countItem();
            }
        }
        return Arrays.copyOf(scratch, count);
    }

    private Header readHeader() throws IOException {
        var tags = new ArrayList<String>();
        var units = new ArrayList<Unit>();
        var query = new int[1];
        readObject(name -> {
            switch (name) {
                case "group_tags" -> tags.addAll(readTexts());
                case "query_index" -> query[0] = numberToken().getIntValue();
                case "unit" -> units.addAll(readList(this::readUnit));
                default -> json.skipChildren();
            }
        });
        return new Header(
                tags,
                query[0],
                units.isEmpty() ? Unit.NONE : units.get(0),
                units.size() < 2 ? Unit.NONE : units.get(1));
    }

    private Unit readUnit() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Unit.NONE;
        }
        var texts = new String[] {"", "", ""};
        var scale = new double[1];
        readObject(name -> {
            switch (name) {
                case "family" -> texts[0] = text();
                case "name" -> texts[1] = text();
                case "short_name" -> texts[2] = text();
                case "scale_factor" ->
                    scale[0] = json.currentToken() == JsonToken.VALUE_NULL
                            ? 0
                            : numberToken().getDoubleValue();
                default -> json.skipChildren();
            }
        });
        return new Unit(texts[0], texts[1], texts[2], scale[0]);
    }

    private List<String> readTexts() throws IOException {
        return readList(this::text);
    }

    /** Reads an element of an array; the parser stands on its first token, and on its last afterwards. */
    @FunctionalInterface
    private interface Element<T> {
        T read() throws IOException;
    }

    private <T> List<T> readList(Element<T> element) throws IOException {
        var list = new ArrayList<T>();
        if (startsArray()) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                list.add(element.read());
                countItem();
            }
        }
        return list;
    }

    private void readObject(Member member) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw malformed();
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            json.nextToken();
            member.read(name);
        }
    }

    /** Returns whether an array begins; null stands for an empty one. */
    private boolean startsArray() throws IOException {
        return switch (json.currentToken()) {
            case START_ARRAY -> true;
            case VALUE_NULL -> false;
            default -> throw malformed();
        };
    }

    private JsonParser numberToken() throws IOException {
        if (!json.currentToken().isNumeric()) {
            throw malformed();
        }
        return json;
    }

    /** Returns a text, empty for null. */
    private String text() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NULL -> "";
            default -> throw malformed();
        };
    }

    private void countItem() {
        if (++items > MAX_ITEMS) {
            throw new FailedException(new Failure(
                    502,
                    Source.DOWNSTREAM,
                    "Datadog's answer has too many points: group by fewer tags, filter more or choose a shorter time"
                            + " range"));
        }
    }

    private static FailedException malformed() {
        return new FailedException(MetricsReplies.notUnderstood());
    }
}
