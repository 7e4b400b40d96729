// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import com.github.benmanes.caffeine.cache.Ticker;
import io.dromedary.instance.Instances;
import io.dromedary.step.InstanceLease;
import java.time.Duration;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;

/** Beans of {@code io.dromedary.instance} and its routes. */
public class InstanceBeans implements CamelConfiguration {

    @BindToRegistry
    public Instances instances(
            @PropertyInject("dromedary.instances.idle") Duration idle,
            @PropertyInject("dromedary.instances.max") long max) {
        return new Instances(idle, max, Ticker.systemTicker());
    }

    @BindToRegistry
    public InstanceLease instanceLease(Instances instances) {
        return new InstanceLease(instances);
    }
}
