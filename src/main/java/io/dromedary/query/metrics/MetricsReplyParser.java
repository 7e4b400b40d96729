// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

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
        ReplyEnvelope.read(json, this::readAttributes);
        if (headers.size() != values.size()) {
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
                case "unit" -> units.addAll(ReplyEnvelope.units(json));
                default -> json.skip();
            }
        });
        return new Header(
                tags,
                query[0],
                units.isEmpty() ? Unit.NONE : units.get(0),
                units.size() < 2 ? Unit.NONE : units.get(1));
    }
}
