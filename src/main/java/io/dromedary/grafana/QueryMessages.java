// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import com.google.protobuf.UnsafeByteOperations;
import io.dromedary.call.Failure;
import io.dromedary.frame.ArrowFrames;
import io.dromedary.proto.pluginv2.DataQuery;
import io.dromedary.proto.pluginv2.DataResponse;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.QueryDataResponse;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import java.util.List;
import java.util.Map;

/** Grafana's query messages, to our model and back. Frames go out as Arrow files, whatever format was asked for. */
public final class QueryMessages {

    private static final int OK = 200;

    private final ArrowFrames arrowFrames;

    public QueryMessages(ArrowFrames arrowFrames) {
        this.arrowFrames = arrowFrames;
    }

    /**
     * Reads what is asked.
     *
     * <p>Headers: alert rules come with {@code FromAlert} and {@code X-Cache-Skip}, operands of server-side expressions
     * with {@code http_X-Grafana-From-Expr}; both ask for hidden queries too, and mean it.
     */
    public QueryBatch batch(QueryDataRequest request) {
        var fromAlert = isTrue(request.getHeadersMap(), "FromAlert");
        var fresh = fromAlert || isTrue(request.getHeadersMap(), "X-Cache-Skip");
        var fromExpression = isTrue(request.getHeadersMap(), "http_X-Grafana-From-Expr");
        var queries =
                request.getQueriesList().stream().map(QueryMessages::asked).toList();
        return new QueryBatch(queries, fresh, !fromAlert && !fromExpression);
    }

    /** Writes one response for each answer, in a form that the Grafana that asked knows. */
    public QueryDataResponse reply(List<Answer> answers, QueryDataRequest request) {
        var legacyLogs = LegacyLogs.needed(request.getPluginContext());
        var reply = QueryDataResponse.newBuilder();
        answers.forEach(answer -> reply.putResponses(answer.refId(), response(answer, legacyLogs)));
        return reply.build();
    }

    /** Writes for each query why nothing could be asked. */
    public QueryDataResponse failed(QueryDataRequest request, Throwable thrown) {
        var failure = Failure.of(thrown);
        return reply(
                request.getQueriesList().stream()
                        .map(query -> Answer.failed(query.getRefId(), failure))
                        .toList(),
                request);
    }

    private static AskedQuery asked(DataQuery query) {
        return new AskedQuery(
                query.getRefId(),
                query.getQueryType(),
                query.getTimeRange().getFromEpochMS(),
                query.getTimeRange().getToEpochMS(),
                query.getIntervalMS(),
                query.getMaxDataPoints(),
                query.getJson().toByteArray());
    }

    private DataResponse response(Answer answer, boolean legacyLogs) {
        var response = DataResponse.newBuilder();
        for (var frame : answer.frames()) {
            var known = legacyLogs ? LegacyLogs.of(frame) : frame;
            response.addFrames(UnsafeByteOperations.unsafeWrap(arrowFrames.write(known)));
        }
        var failure = answer.failure();
        if (failure == null) {
            return response.setStatus(OK).build();
        }
        return response.setStatus(failure.status())
                .setError(failure.text())
                .setErrorSource(failure.source().wireName())
                .build();
    }

    private static boolean isTrue(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase(name)
                        && header.getValue().equalsIgnoreCase("true"));
    }
}
