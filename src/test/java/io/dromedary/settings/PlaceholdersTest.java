// SPDX-License-Identifier: Apache-2.0
package io.dromedary.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Placeholders placeholders = new Placeholders(context);

    @BeforeEach
    void start() {
        context.getPropertiesComponent().addInitialProperty("known", "value");
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void putsInWhatIsKnown() {
        assertThat(placeholders.apply("plain")).isEqualTo("plain");
        assertThat(placeholders.apply("a {{known}} b")).isEqualTo("a value b");
        assertThat(placeholders.apply("{{env:PATH}}")).isEqualTo(System.getenv("PATH"));
        assertThat(placeholders.apply("{{unknown:a default}}")).isEqualTo("a default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{SECRET_NAME}}", "{{env:SECRET_NAME}}", "{{known}} {{SECRET_NAME}}", "{{SECRET_NAME"})
    void saysThatOneStandsForNothingButNotItsName(String value) {
        assertThatThrownBy(() -> placeholders.apply(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stands for nothing here")
                .hasMessageNotContaining("SECRET_NAME");
    }

    /** Camel alone would take what follows the colon for the value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{hashicorp:secret:datadog#key}}", "{{aws:datadog}}", "{{azure:datadog}}", "{{gcp:datadog}}",
                "{{ibm:datadog}}", "{{cyberark:datadog}}", "{{secret:datadog/key}}", "{{configmap:datadog/key}}",
                "{{known}}{{?aws:datadog}}"
            })
    void namesTheModuleOfAVaultThatIsNotThere(String value) {
        assertThatThrownBy(() -> placeholders.apply(value))
                .hasMessageMatching("\\{\\{[a-z]+:…}} needs camel-[a-z-]+ .*");
    }
}
