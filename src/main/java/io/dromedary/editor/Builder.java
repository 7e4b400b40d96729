// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.builder.ModelReader;
import io.dromedary.metricql.builder.ModelWriter;
import io.dromedary.metricql.builder.QueryModel;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceReply;
import io.dromedary.resource.ResourceRequest;
import java.util.stream.Collectors;

/** From a query's text to the builder's form and back; the form is the JSON of {@link QueryModel}. Thread-safe. */
public final class Builder {

    private final ResourceJson json;
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Builder(ResourceJson json) {
        this.json = json;
    }

    /**
     * Answers {@code {"query"}} with {@code {"model","reason"}}, the model null and the reason told where the form
     * cannot hold the query, and {@code {"model"}} with {@code {"query"}}.
     *
     * @throws FailedException 400 or 413, with what to correct
     */
    public ResourceReply reply(ResourceRequest request) {
        var body = json.read(request);
        if (body.has("query") == body.has("model")) {
            throw bad("Send either a \"query\" or a \"model\"");
        }
        var answer = json.object();
        if (body.has("query")) {
            form(json.text(body, "query", CompletionReader.MAX_TEXT), answer);
        } else {
            answer.put("query", text(body.path("model")));
        }
        return json.reply(answer);
    }

    private void form(String text, ObjectNode answer) {
        var reading = ModelReader.read(Parser.parse(text));
        answer.set("model", reading.model().map(mapper::<JsonNode>valueToTree).orElseGet(mapper::nullNode));
        answer.put("reason", String.join("; ", reading.cannotHold()));
    }

    private String text(JsonNode model) {
        if (!model.isObject()) {
            throw bad("Member \"model\" must be an object with \"queries\" and a \"formula\"");
        }
        try {
            return ModelWriter.write(mapper.treeToValue(model, QueryModel.class));
        } catch (JsonMappingException wrong) {
            var path = wrong.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                    .collect(Collectors.joining());
            throw bad("Member \"model" + path + "\" is not what a form has there");
        } catch (JsonProcessingException unreadable) {
            throw bad("Member \"model\" is no form");
        } catch (RefusedException refused) {
            throw bad("The form makes no query: " + refused.getMessage());
        }
    }

    private static FailedException bad(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
