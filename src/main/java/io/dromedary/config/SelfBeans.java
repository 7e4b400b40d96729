// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.datadog.DatadogCalls;
import io.dromedary.datadog.RateBudget;
import io.dromedary.query.self.SelfAnswers;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;

/** The bean of {@code routes/query/self}. */
public final class SelfBeans implements CamelConfiguration {

    @BindToRegistry
    public SelfAnswers selfAnswers(
            CamelContext context,
            @BeanInject("datadogCalls") DatadogCalls calls,
            @BeanInject("rateBudget") RateBudget budget) {
        return new SelfAnswers(calls, budget, () -> Beans.caches(context));
    }
}
