// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.datadog.DatadogRequest.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v2/query/timeseries, GET /api/v2/query/timeseries",
        "/api/v2/metrics/system.cpu.user/all-tags, GET /api/v2/metrics/{}/all-tags",
        "/api/v1/tags/hosts/web-1, GET /api/v1/tags/hosts/{}",
        "/api/v2/metrics/, GET /api/v2/metrics/{}",
        "'', GET ",
        "/1/2/3/4/5/6/7/8/9/10, GET /{}/{}/{}/{}/{}/{}/{}/{}"
    })
    void leavesOutWhatIsVariable(String path, String template) {
        assertThat(PathTemplate.of(Method.GET, path).strip()).isEqualTo(template.strip());
    }
}
