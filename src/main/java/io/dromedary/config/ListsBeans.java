// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.query.lists.EndpointChoices;
import io.dromedary.query.lists.ListsPlanner;
import io.dromedary.resource.ResourceJson;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;

/** What the routes of lists use. */
public final class ListsBeans implements CamelConfiguration {

    @BindToRegistry
    public ListsPlanner listsPlanner() {
        return new ListsPlanner();
    }

    @BindToRegistry
    public EndpointChoices endpointChoices(ResourceJson json) {
        return new EndpointChoices(json);
    }
}
