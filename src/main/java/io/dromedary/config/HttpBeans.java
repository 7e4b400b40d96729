// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.api.ApiReplies;
import io.dromedary.api.ApiRequestReader;
import io.dromedary.api.ApiResources;
import io.dromedary.api.CachePage;
import io.dromedary.api.ConfiguredInstances;
import io.dromedary.api.Contract;
import io.dromedary.api.InstanceDirectory;
import io.dromedary.api.InstanceFile;
import io.dromedary.api.InstanceFilesHealth;
import io.dromedary.api.InstancePage;
import io.dromedary.api.InstanceProperties;
import io.dromedary.api.PageFiles;
import io.dromedary.api.StatePages;
import io.dromedary.datadog.Breakers;
import io.dromedary.datadog.RateBudget;
import io.dromedary.frame.ArrowFrames;
import io.dromedary.http.FrontDoor;
import io.dromedary.settings.ConfiguredProperties;
import io.dromedary.settings.Placeholders;
import io.dromedary.step.HttpAcceptance;
import io.dromedary.step.HttpAnswer;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyInject;
import org.jspecify.annotations.Nullable;

/** Beans of {@code routes/api}. */
public final class HttpBeans implements CamelConfiguration {

    /** Read once: what is wrong with them is logged, and a vault may be asked. */
    private @Nullable Map<String, String> properties;

    @BindToRegistry
    public ApiRequestReader apiRequestReader() {
        return new ApiRequestReader(Clock.systemUTC());
    }

    @BindToRegistry
    public ApiReplies apiReplies() {
        return new ApiReplies(new ArrowFrames());
    }

    @BindToRegistry
    public HttpAcceptance httpAcceptance(@BeanInject("frontDoor") FrontDoor door) {
        return new HttpAcceptance(door);
    }

    @BindToRegistry
    public HttpAnswer httpAnswer() {
        return new HttpAnswer();
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
    public InstanceDirectory instanceDirectory(
            CamelContext context, @PropertyInject("dromedary.instances.directory") String directory) {
        var instances = Beans.the(ConfiguredInstances.class, context);
        var configured = new InstanceProperties().read(properties(context));
        var files =
                new InstanceDirectory(directory, configured, instances, new InstanceFile(new Placeholders(context)));
        files.refresh();
        return files;
    }

    @BindToRegistry
    public InstanceFilesHealth instanceFilesHealth(@BeanInject("instanceDirectory") InstanceDirectory files) {
        return new InstanceFilesHealth(files);
    }

    @BindToRegistry
    public InstancePage instancePage(
            @BeanInject("configuredInstances") ConfiguredInstances configuredInstances,
            @BeanInject("instanceDirectory") InstanceDirectory files) {
        return new InstancePage(configuredInstances, files::problems);
    }

    @BindToRegistry
    public StatePages statePages(
            @BeanInject("rateBudget") RateBudget budget, @BeanInject("breakers") Breakers breakers) {
        return new StatePages(budget, breakers);
    }

    @BindToRegistry
    public CachePage cachePage(CamelContext context) {
        return new CachePage(() -> Beans.caches(context));
    }

    @BindToRegistry
    public Contract contract() {
        return new Contract();
    }

    @BindToRegistry
    public PageFiles pageFiles() {
        return new PageFiles();
    }

    private Map<String, String> properties(CamelContext context) {
        if (properties == null) {
            properties = ConfiguredProperties.under(InstanceProperties.PREFIX, InstanceProperties.options(), context);
        }
        return properties;
    }
}
