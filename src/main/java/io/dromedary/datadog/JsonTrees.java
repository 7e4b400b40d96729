// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads replies as trees, for replies of a moderate size; what has many points is read while it arrives instead. A tree
 * is shared by all who asked the same: nobody changes it. Stateless.
 */
public final class JsonTrees {

    /** Far more than 1,000 hosts with all their metadata. */
    private static final long MAX_TOKENS = 3_000_000;

    private static final int MAX_DEPTH = 200;

    /** Made with the first reply: the start does not wait for it. */
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder(new JsonFactoryBuilder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .maxTokenCount(MAX_TOKENS)
                                .build())
                        .build())
                .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
                .build();
    }

    private JsonTrees() {}

    /** Returns what writes bodies of requests, too. */
    public static JsonMapper mapper() {
        return Json.MAPPER;
    }

    /**
     * Reads the whole body; an empty one is a missing node.
     *
     * @throws FailedException 502 if it is not JSON, or absurdly large or deep
     * @throws ReplyErrorException if it tells of errors instead of data
     */
    public static JsonNode read(InputStream body) throws IOException {
        var tree = tree(body);
        var errors = ErrorBody.insteadOfData(tree);
        if (errors.isPresent()) {
            throw new ReplyErrorException(errors.get());
        }
        return tree;
    }

    private static JsonNode tree(InputStream body) throws IOException {
        try {
            var tree = Json.MAPPER.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException e) {
            throw new FailedException(
                    new Failure(
                            502,
                            Source.DOWNSTREAM,
                            "Datadog's answer was not understood, or is far too large. Ask for fewer rows; if the data"
                                    + " source has its own URL or a proxy, check that it leads to Datadog's API"),
                    e);
        }
    }
}
