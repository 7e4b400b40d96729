// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.query.events.EventReadings;
import io.dromedary.query.events.EventsRehearsal;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;

/** What the routes of event-like products use. */
public final class EventsBeans implements CamelConfiguration {

    @BindToRegistry("eventReadings")
    public EventReadings eventReadings(@PropertyInject("dromedary.events.max-answer-size") String maxBytes) {
        return new EventReadings(ByteSize.parse(maxBytes));
    }

    @BindToRegistry("eventsRehearsal")
    public EventsRehearsal eventsRehearsal(@BeanInject("eventReadings") EventReadings readings) {
        return new EventsRehearsal(readings);
    }
}
