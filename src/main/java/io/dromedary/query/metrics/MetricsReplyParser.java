// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

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

    private static final int NANOS_PER_MILLI = 1_000_000;

    private final JsonWalk json;
    private double[] scratch = new double[2048];

    private boolean hasAttributes;
    private String errors = "";
    private long[] times = new long[0];
    private List<Header> headers = List.of();
    private List<double[]> values = List.of();

    MetricsReplyParser(JsonWalk json) {
        this.json = json;
    }

    /** A series without its values, which the reply keeps elsewhere. */
    private record Header(List<String> tags, int query, Unit unit, Unit perUnit) {

        private MetricsReply.Series with(double[] values) {
            return new MetricsReply.Series(tags, query, unit, perUnit, values);
        }
    }

    MetricsReply parse() throws IOException {
        json.document(this::readTop);
        if (!errors.isEmpty()) {
            throw new FailedException(
                    new Failure(400, Source.DOWNSTREAM, "Datadog could not run this query: " + errors));
        }
        if (!hasAttributes || headers.size() != values.size()) {
            throw JsonWalk.malformed();
        }
        var series = new ArrayList<MetricsReply.Series>(headers.size());
        for (var i = 0; i < headers.size(); i++) {
            if (values.get(i).length != times.length) {
                throw JsonWalk.malformed();
            }
            series.add(headers.get(i).with(values.get(i)));
        }
        return new MetricsReply(times, series);
    }

    private void readTop(String name) throws IOException {
        switch (name) {
            case "data" -> json.object(this::readData);
            case "errors" -> errors = readErrors();
            default -> json.skip();
        }
    }

    /** A text, as documented; or a list of texts, as other endpoints have it. */
    private String readErrors() throws IOException {
        return json.isArray() ? String.join("; ", json.list(json::text)) : json.text();
    }

    private void readData(String name) throws IOException {
        if (name.equals("attributes")) {
            hasAttributes = true;
            json.object(this::readAttributes);
        } else {
            json.skip();
        }
    }

    private void readAttributes(String name) throws IOException {
        switch (name) {
            case "times" -> times = readTimes();
            case "series" -> headers = json.list(this::readHeader);
            case "values" -> values = json.list(this::readValues);
            default -> json.skip();
        }
    }

    private long[] readTimes() throws IOException {
        var read = new long[1024];
        var count = 0;
        if (json.entersArray()) {
            while (json.nextElement()) {
                if (count == read.length) {
                    read = Arrays.copyOf(read, count * 2);
                }
                read[count++] = Math.multiplyExact(json.wholeNumber(), NANOS_PER_MILLI);
            }
        }
        return Arrays.copyOf(read, count);
    }

    private double[] readValues() throws IOException {
        var count = 0;
        if (json.entersArray()) {
            while (json.nextElement()) {
                if (count == scratch.length) {
                    scratch = Arrays.copyOf(scratch, count * 2);
                }
                scratch[count++] = json.number(Double.NaN);
            }
        }
        return Arrays.copyOf(scratch, count);
    }

    private Header readHeader() throws IOException {
        var tags = new ArrayList<String>();
        var units = new ArrayList<Unit>();
        var query = new int[1];
        json.object(name -> {
            switch (name) {
                case "group_tags" -> tags.addAll(json.list(json::text));
                case "query_index" -> query[0] = Math.toIntExact(json.wholeNumber());
                case "unit" -> units.addAll(json.list(this::readUnit));
                default -> json.skip();
            }
        });
        return new Header(
                tags,
                query[0],
                units.isEmpty() ? Unit.NONE : units.get(0),
                units.size() < 2 ? Unit.NONE : units.get(1));
    }

    private Unit readUnit() throws IOException {
        if (json.isNull()) {
            return Unit.NONE;
        }
        var texts = new String[] {"", "", ""};
        var scale = new double[1];
        json.object(name -> {
            switch (name) {
                case "family" -> texts[0] = json.text();
                case "name" -> texts[1] = json.text();
                case "short_name" -> texts[2] = json.text();
                case "scale_factor" -> scale[0] = json.number(0);
                default -> json.skip();
            }
        });
        return new Unit(texts[0], texts[1], texts[2], scale[0]);
    }
}
