// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.api.ApiReplies;
import io.dromedary.api.ApiRequestReader;
import io.dromedary.api.ApiResources;
import io.dromedary.api.ConfiguredInstances;
import io.dromedary.api.HttpGate;
import io.dromedary.api.InstancePage;
import io.dromedary.api.InstanceProperties;
import io.dromedary.frame.ArrowFrames;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyInject;

/** Beans of {@code routes/api}. */
public final class HttpBeans implements CamelConfiguration {

    @PropertyInject("dromedary.http.host")
    private String host = "";

    @PropertyInject("dromedary.http.tokens")
    private String tokens = "";

    @Override
    public void configure(CamelContext context) {
        context.addLifecycleStrategy(new HttpDoor(context, new HttpGate(host, tokens)));
    }

    @BindToRegistry
    public ApiRequestReader apiRequestReader() {
        return new ApiRequestReader(Clock.systemUTC());
    }

    @BindToRegistry
    public ApiReplies apiReplies() {
        return new ApiReplies(new ArrowFrames());
    }

    @BindToRegistry
    public ConfiguredInstances configuredInstances(CamelContext context) {
        return new ConfiguredInstances(new InstanceProperties().read(properties(context)));
    }

    @BindToRegistry
    public ApiResources apiResources(@BeanInject("configuredInstances") ConfiguredInstances configuredInstances) {
        return new ApiResources(configuredInstances);
    }

    @BindToRegistry
    public InstancePage instancePage(CamelContext context) {
        return new InstancePage(new InstanceProperties().read(properties(context)));
    }

    private static Map<String, String> properties(CamelContext context) {
        return ConfiguredProperties.under(InstanceProperties.PREFIX, context);
    }
}
