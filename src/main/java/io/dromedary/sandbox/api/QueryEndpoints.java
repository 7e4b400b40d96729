// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.eval.Evaluation;
import io.dromedary.sandbox.eval.RefusedQueryException;
import io.dromedary.sandbox.eval.Table;
import java.util.List;

/** Queries of v2: several queries and formulas over one window. */
final class QueryEndpoints {

    private final Catalog catalog;
    private final DataSources sources;

    QueryEndpoints(Catalog catalog, DataSources sources) {
        this.catalog = catalog;
        this.sources = sources;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.query("/api/v2/query/timeseries", "query_timeseries", this::timeseries),
                Endpoint.query("/api/v2/query/scalar", "query_scalar", this::scalar));
    }

    private Json.Text timeseries(Call call) {
        try {
            var request = QueryRequest.read(call.body(), "timeseries_request", sources, call.nowMs());
            // a formula's limit has no effect here: v2 spec
            return new TimeseriesJson(tables(request, false));
        } catch (RefusedQueryException e) {
            throw RefusedCallException.badRequest(e.text());
        }
    }

    private Json.Text scalar(Call call) {
        try {
            var request = QueryRequest.read(call.body(), "scalar_request", sources, call.nowMs());
            return ScalarJson.of(request, tables(request, true));
        } catch (RefusedQueryException e) {
            throw RefusedCallException.badRequest(e.text());
        }
    }

    private List<Table> tables(QueryRequest request, boolean scalar) {
        var evaluation = new Evaluation(catalog, request.window(), request.queries(), scalar);
        return request.formulas().stream()
                .map(formula -> evaluation.formula(formula.text()))
                .toList();
    }
}
