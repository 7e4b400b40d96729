// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.dromedary.query.events.AggregateReply.Bucket;
import io.dromedary.query.events.AggregateReply.Points;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code {"data":{"buckets":[{"by":{"service":"web"},"computes":{"c0":1}}]}}}, and the JSON:API form
 * {@code {"data":[{"attributes":{"by","compute"}}]}} (its spec says {@code computes}, recordings say {@code compute}).
 * A computed value is a number, a number as text, or a list of {@code {"time","value"}}. Confined to one reply.
 */
final class AggregateReplyReader {

    /** Far more than 10,000 groups of a few numbers; keeps an absurd reply from filling the memory. */
    private static final int MAX_POINTS = 2_000_000;

    /** Far more than the 10,000 groups that Datadog gives at most. */
    private static final int MAX_BUCKETS = 100_000;

    private final List<Bucket> buckets = new ArrayList<>();
    private int points;

    /**
     * Reads the whole body.
     *
     * @throws io.dromedary.call.FailedException 400 if the body tells an error, 502 if it is no such reply
     * @throws IOException if the body cannot be received
     */
    static AggregateReply read(InputStream body) throws IOException {
        var reader = new AggregateReplyReader();
        var meta = MetaReader.read(body, reader::data);
        return new AggregateReply(reader.buckets, meta.state());
    }

    private void data(JsonParser json) throws IOException {
        JsonReading.array(
                json,
                element -> JsonReading.object(element, (name, value) -> {
                    if (name.equals("attributes")) {
                        bucket(value);
                    }
                }));
        JsonReading.object(json, (name, value) -> {
            if (name.equals("buckets")) {
                JsonReading.array(value, this::bucket);
            }
        });
    }

    private void bucket(JsonParser json) throws IOException {
        var by = new LinkedHashMap<String, String>();
        var computes = new HashMap<Integer, Points>();
        JsonReading.object(json, (name, value) -> {
            switch (name) {
                case "by" -> JsonReading.object(value, (facet, text) -> by.put(facet, JsonReading.joined(text)));
                case "compute", "computes" ->
                    JsonReading.object(value, (place, computed) -> add(place, computed, computes));
                default -> {}
            }
        });
        if (buckets.size() == MAX_BUCKETS) {
            throw JsonReading.notUnderstood();
        }
        buckets.add(new Bucket(by, computes));
    }

    /** @param place {@code c} and the number of the compute */
    private void add(String place, JsonParser json, Map<Integer, Points> computes) throws IOException {
        if (place.matches("c\\d{1,3}")) {
            computes.put(Integer.parseInt(place.substring(1)), points(json));
        }
    }

    private Points points(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return Points.of(JsonReading.number(json));
        }
        var series = new Series();
        JsonReading.array(json, element -> {
            var time = new long[] {EventTime.NONE};
            var value = new double[] {Double.NaN};
            JsonReading.object(element, (name, member) -> {
                switch (name) {
                    case "time" -> time[0] = EventTime.nanos(JsonReading.text(member));
                    case "value" -> value[0] = JsonReading.number(member);
                    default -> {}
                }
            });
            if (time[0] != EventTime.NONE && ++points <= MAX_POINTS) {
                series.add(time[0], value[0]);
            }
        });
        return series.points();
    }
}
