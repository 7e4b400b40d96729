// SPDX-License-Identifier: Apache-2.0
package io.dromedary.settings;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;

/**
 * Puts what Camel's placeholders stand for in their place. A vault whose module is missing is an error here: Camel
 * itself would take what follows its name for a default value.
 */
public final class Placeholders implements UnaryOperator<String> {

    private static final Pattern FUNCTION = Pattern.compile("\\{\\{\\??([a-z-]+):");
    private static final Map<String, String> MODULES = Map.of(
            "hashicorp", "camel-hashicorp-vault",
            "aws", "camel-aws-secrets-manager",
            "azure", "camel-azure-key-vault",
            "gcp", "camel-google-secret-manager",
            "ibm", "camel-ibm-secrets-manager",
            "cyberark", "camel-cyberark-vault",
            "secret", "camel-kubernetes",
            "configmap", "camel-kubernetes");

    private final CamelContext context;

    public Placeholders(CamelContext context) {
        this.context = context;
    }

    /**
     * Returns the value with nothing left to replace.
     *
     * @throws IllegalArgumentException with what is missing; the text holds neither a value nor the name of a secret
     */
    @Override
    public String apply(String value) {
        if (!value.contains("{{")) {
            return value;
        }
        var function = FUNCTION.matcher(value);
        while (function.find()) {
            var name = function.group(1);
            var module = MODULES.get(name);
            if (module != null && context.getPropertiesComponent().getPropertiesFunction(name) == null) {
                throw new IllegalArgumentException("{{" + name + ":…}} needs " + module + " on the class path");
            }
        }
        try {
            return context.resolvePropertyPlaceholders(value);
        } catch (RuntimeException unresolved) {
            throw new IllegalArgumentException(
                    "it has a placeholder that stands for nothing here; check the name in it, and that it is set",
                    unresolved);
        }
    }
}
