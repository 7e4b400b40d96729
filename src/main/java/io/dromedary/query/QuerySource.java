// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.util.List;

/**
 * A query of another data source than metrics, as Datadog's v2 timeseries and scalar queries take it. Equal ones are
 * asked once.
 *
 * @param dataSource for example {@code logs} or {@code apm_resource_stats}
 * @param members a JSON object of all its members but {@code name}, {@code data_source} and {@code aggregator}
 * @param groupBy keys of the tags that its series have
 * @param aggregated whether scalars of it need an aggregator
 * @param title what it is called where no legend is written
 */
public record QuerySource(String dataSource, String members, List<String> groupBy, boolean aggregated, String title) {

    public QuerySource {
        groupBy = List.copyOf(groupBy);
    }
}
