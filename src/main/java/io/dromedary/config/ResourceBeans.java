// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.plugin.Logs;
import io.dromedary.resource.LogLevels;
import io.dromedary.resource.Resource;
import io.dromedary.resource.ResourceErrors;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceTable;
import io.dromedary.settings.ByteSize;
import java.util.List;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;

/** Beans of {@code io.dromedary.resource}: all that editors may ask for is listed here. */
public class ResourceBeans implements CamelConfiguration {

    @BindToRegistry
    public ResourceTable resourceTable() {
        return new ResourceTable(resources());
    }

    /** Returns all there are; pipelines read of them in {@code src/main/openapi/dromedary.yaml}. */
    public List<Resource> resources() {
        return List.of(
                Resource.get("autocomplete/metrics", "autocomplete-metrics"),
                Resource.get("autocomplete/tag-keys", "autocomplete-tag-keys"),
                Resource.get("autocomplete/tag-values", "autocomplete-tag-values"),
                Resource.get("autocomplete/hosts", "autocomplete-hosts"),
                Resource.get("autocomplete/monitors", "autocomplete-monitors"),
                Resource.get("autocomplete/slos", "autocomplete-slos"),
                Resource.get("autocomplete/synthetic-tests", "autocomplete-synthetic-tests"),
                Resource.get("autocomplete/endpoints", "autocomplete-endpoints"),
                Resource.get("autocomplete/facets", "autocomplete-facets"),
                Resource.get("autocomplete/facet-values", "autocomplete-facet-values"),
                Resource.get("autocomplete/services", "autocomplete-services"),
                Resource.get("autocomplete/envs", "autocomplete-envs"),
                Resource.get("autocomplete/log-indexes", "autocomplete-log-indexes"),
                Resource.post("autocomplete/complete", "autocomplete-complete"),
                Resource.post("autocomplete/search", "autocomplete-search"),
                Resource.post("query/validate", "query-validate"),
                Resource.post("query/explain", "query-explain"),
                Resource.post("query/builder", "query-builder"),
                Resource.forAdmins("GET", "log-levels", "resource-log-levels"),
                Resource.forAdmins("PUT", "log-levels", "resource-log-levels-change"));
    }

    @BindToRegistry
    public ResourceJson resourceJson(@PropertyInject("dromedary.resource.max-body-size") String maxBytes) {
        return new ResourceJson(ByteSize.parse(maxBytes));
    }

    @BindToRegistry
    public LogLevels logLevels(@BeanInject("logs") Logs logs) {
        return new LogLevels(logs::levels, logs::level);
    }

    @BindToRegistry
    public ResourceErrors resourceErrors() {
        return new ResourceErrors();
    }
}
