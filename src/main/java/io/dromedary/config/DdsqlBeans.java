// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.query.ddsql.DdsqlPlanner;
import java.time.Clock;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;

/** What the routes of SQL queries use. */
public final class DdsqlBeans implements CamelConfiguration {

    @BindToRegistry
    public DdsqlPlanner ddsqlPlanner() {
        return new DdsqlPlanner(Clock.systemUTC());
    }
}
