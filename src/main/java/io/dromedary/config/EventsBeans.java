// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.datadog.RateBudget;
import io.dromedary.query.events.EventReadings;
import io.dromedary.query.events.EventsRehearsal;
import io.dromedary.query.events.LogTails;
import io.dromedary.settings.ByteSize;
import io.dromedary.step.TailStream;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.PropertyInject;

/** What the routes of event-like products use. */
public final class EventsBeans implements CamelConfiguration {

    @BindToRegistry
    public EventReadings eventReadings(@PropertyInject("dromedary.events.max-answer-size") String maxBytes) {
        return new EventReadings(ByteSize.parse(maxBytes), Clock.systemUTC());
    }

    @BindToRegistry
    public LogTails logTails(
            @PropertyInject("dromedary.events.tail-period") Duration period,
            @PropertyInject("dromedary.events.max-tails") int most,
            @BeanInject("rateBudget") RateBudget budget) {
        return new LogTails(period, most, budget, Clock.systemUTC());
    }

    @BindToRegistry
    public Processor tailStream(@BeanInject("logTails") LogTails tails, CamelContext context) {
        return new TailStream(tails, context);
    }

    @BindToRegistry
    public EventsRehearsal eventsRehearsal(@BeanInject("eventReadings") EventReadings readings) {
        return new EventsRehearsal(readings);
    }
}
