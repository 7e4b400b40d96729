// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.autocomplete.Lookups;
import io.dromedary.datadog.RateBudget;
import io.dromedary.editor.Builder;
import io.dromedary.editor.Completer;
import io.dromedary.editor.CompletionReader;
import io.dromedary.editor.ExplanationReader;
import io.dromedary.editor.Explanations;
import io.dromedary.editor.SearchCompleter;
import io.dromedary.editor.SearchCompletionReader;
import io.dromedary.editor.SearchValidator;
import io.dromedary.editor.Uses;
import io.dromedary.editor.Validator;
import io.dromedary.instance.Instances;
import io.dromedary.metadata.MetadataCache;
import io.dromedary.resource.ResourceJson;
import java.time.Clock;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;

/** Beans of {@code io.dromedary.editor}. */
public class EditorBeans implements CamelConfiguration {

    @BindToRegistry
    public SearchCompletionReader searchCompletionReader(ResourceJson json, Lookups lookups) {
        return new SearchCompletionReader(json, lookups);
    }

    @BindToRegistry
    public SearchCompleter searchCompleter() {
        return new SearchCompleter();
    }

    @BindToRegistry
    public SearchValidator searchValidator(ResourceJson json) {
        return new SearchValidator(json);
    }

    @BindToRegistry
    public Uses uses(@BeanInject("instances") Instances instances) {
        var uses = new Uses();
        instances.onDispose(uses::drop);
        return uses;
    }

    @BindToRegistry
    public CompletionReader completionReader(ResourceJson json, Lookups lookups) {
        return new CompletionReader(json, lookups);
    }

    @BindToRegistry
    public Completer completer(ResourceJson json, MetadataCache metadata, Uses uses) {
        return new Completer(json, metadata, uses);
    }

    @BindToRegistry
    public Validator validator(ResourceJson json, Lookups lookups, MetadataCache metadata, Uses uses) {
        return new Validator(json, lookups, metadata, uses);
    }

    @BindToRegistry
    public ExplanationReader explanationReader(ResourceJson json) {
        return new ExplanationReader(json, Clock.systemUTC());
    }

    @BindToRegistry
    public Explanations explanations(ResourceJson json, @BeanInject("rateBudget") RateBudget budget) {
        return new Explanations(json, budget);
    }

    @BindToRegistry
    public Builder builder(ResourceJson json) {
        return new Builder(json);
    }
}
