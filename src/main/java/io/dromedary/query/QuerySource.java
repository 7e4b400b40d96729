// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;

/**
 * A query of another data source than metrics, as Datadog's v2 timeseries and scalar queries take it. Equal ones are
 * asked once.
 *
 * @param dataSource for example {@code logs} or {@code apm_resource_stats}
 * @param members a JSON object of all its members but name, data_source and aggregator
 * @param groupBy keys of the tags that its series have
 * @param aggregated whether scalars of it need an aggregator
 * @param title what it is called where no legend is written
 */
public record QuerySource(String dataSource, String members, List<String> groupBy, boolean aggregated, String title) {

    private static final JsonFactory FACTORY = new JsonFactory();

    public QuerySource {
        groupBy = List.copyOf(groupBy);
    }

    /**
     * Writes the query as an object, the next value of {@code json}.
     *
     * @param name by which formulas know it
     * @param aggregator how one number is made of a series, empty for time series; left out where it is not taken
     * @throws IOException if the target of {@code json} fails
     */
    public void write(String name, String aggregator, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("data_source", dataSource);
        json.writeStringField("name", name);
        try (var parser = FACTORY.createParser(members)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                json.copyCurrentStructure(parser);
            }
        }
        if (aggregated && !aggregator.isEmpty()) {
            json.writeStringField("aggregator", aggregator);
        }
        json.writeEndObject();
    }
}
