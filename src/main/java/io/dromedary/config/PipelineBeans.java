// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.datadog.DatadogException;
import io.dromedary.pipeline.Journals;
import io.dromedary.pipeline.LogsPoll;
import io.dromedary.pipeline.MetricsPoll;
import io.dromedary.pipeline.Rows;
import io.dromedary.pipeline.Submissions;
import java.time.Clock;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Beans of {@code routes/pipeline}, which the Kamelets call: not there in Grafana. */
public class PipelineBeans implements CamelConfiguration {

    @BindToRegistry(destroyMethod = "close")
    public Journals journals() {
        return new Journals();
    }

    @BindToRegistry
    public MetricsPoll metricsPoll(@BeanInject("journals") Journals journals) {
        return new MetricsPoll(journals, Clock.systemUTC());
    }

    @BindToRegistry
    public LogsPoll logsPoll(@BeanInject("journals") Journals journals) {
        return new LogsPoll(journals, Clock.systemUTC());
    }

    @BindToRegistry
    public Rows rows() {
        return new Rows(Clock.systemUTC());
    }

    @BindToRegistry
    public Submissions submissions() {
        return new Submissions(Clock.systemUTC());
    }

    /** Lets a redelivery wait as long as the rate limit says, instead of as long as the policy does. */
    @BindToRegistry
    public Processor submissionDelay(@BeanInject("submissions") Submissions submissions) {
        return exchange -> {
            var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, DatadogException.class);
            if (failure != null) {
                submissions
                        .wait(failure)
                        .ifPresent(wait ->
                                exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, wait.toMillis() + 1));
            }
        };
    }
}
