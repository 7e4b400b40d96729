// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.query.traces.TracesPlanner;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;

/** What the routes of traces use. */
public final class TracesBeans implements CamelConfiguration {

    @BindToRegistry
    public TracesPlanner tracesPlanner() {
        return new TracesPlanner();
    }
}
