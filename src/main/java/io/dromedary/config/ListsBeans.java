// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.query.lists.ListsPlanner;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;

/** What the routes of lists use. */
public final class ListsBeans implements CamelConfiguration {

    @BindToRegistry
    public ListsPlanner listsPlanner() {
        return new ListsPlanner();
    }
}
