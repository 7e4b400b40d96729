// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.dromedary.call.FailedException;
import io.dromedary.datadog.ReplyFailures;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the replies to {@code POST /api/v2/query/timeseries} and {@code /scalar} while they arrive. Stateless.
 *
 * <p>The shape of the first: {@code data.attributes} holds {@code times[t]} in milliseconds (the v2 spec says seconds,
 * every recording has milliseconds), {@code series[s]} with {@code group_tags}, {@code query_index} and {@code unit:
 * [unit, per] }, and {@code values[s][t]} with nulls; in any order and with more keys than are known here. A top-level
 * {@code errors} text on status 200 means that Datadog rejected the query. The second holds {@code columns}: those of
 * type {@code group} with a list of tag values in each cell, and one of type {@code number} for each formula.
 */
public final class MetricsReplies {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT_LENGTH = 100_000;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT_LENGTH)
                    .build())
            .build();

    /**
     * Reads the whole body.
     *
     * @throws FailedException 400 if Datadog rejected the query, 502 if the body is not such a reply or absurdly large
     * @throws IOException if the body cannot be received
     */
    public MetricsReply read(InputStream body) throws IOException {
        return read(body, json -> new MetricsReplyParser(json).parse());
    }

    /**
     * Reads the whole body of a scalar reply.
     *
     * @throws FailedException as {@link #read} does
     * @throws IOException if the body cannot be received
     */
    public ScalarReply readScalar(InputStream body) throws IOException {
        return read(body, json -> new ScalarReplyParser(json).parse());
    }

    /** Reads one kind of reply. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(JsonWalk json) throws IOException;
    }

    private static <T> T read(InputStream body, Reading<T> reading) throws IOException {
        try (var json = FACTORY.createParser(body)) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            return reading.of(new JsonWalk(json));
        } catch (JsonProcessingException | ArithmeticException e) {
            throw new FailedException(ReplyFailures.notUnderstood(), e);
        }
    }
}
