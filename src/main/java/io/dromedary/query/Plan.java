// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.util.List;

/**
 * What is to be done for a batch.
 *
 * @param refIds all queries of the batch, in their order
 * @param groups what travels together
 * @param settled answers that need no call: queries that could not be understood, hidden ones that nothing refers to
 */
public record Plan(List<String> refIds, List<QueryGroup> groups, List<Answer> settled) {

    public Plan {
        refIds = List.copyOf(refIds);
        groups = List.copyOf(groups);
        settled = List.copyOf(settled);
    }
}
