// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static io.dromedary.config.DatadogRoutes.instance;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatadogFetchTest {

    @RegisterExtension
    static final WireMockExtension datadog = WireMockExtension.newInstance().build();

    @Test
    void smoke() {
        datadog.stubFor(get("/api/v2/metrics").willReturn(okJson("{\"a\":1}")));
        try (var routes = new DatadogRoutes()) {
            System.out.println(routes.fetch(instance(datadog.baseUrl()), DatadogRoutes.text("/api/v2/metrics")));
            System.out.println(datadog.getAllServeEvents().get(0).getRequest());
            System.out.println(routes.fetch(DatadogRoutes.sandbox(), DatadogRoutes.text("/api/v2/metrics")));
        }
    }
}
