// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.call.FailedException;
import io.dromedary.datadog.http.ProxySettings.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {

    @Test
    void usesNoneWhereNoneIsSet() {
        assertThat(ProxySettings.of(Map.of("HTTPS_PROXY", " ")).proxyFor("https", "api.datadoghq.com", 443))
                .isEmpty();
    }

    @Test
    void choosesByTheSchemeOfTheTarget() {
        var settings = ProxySettings.of(Map.of("HTTP_PROXY", "plain:3128", "https_proxy", "https://tls.example"));

        assertThat(settings.proxyFor("http", "a.example", 80)).contains(new Proxy("http", "plain", 3128, "", ""));
        assertThat(settings.proxyFor("https", "a.example", 443))
                .contains(new Proxy("https", "tls.example", 443, "", ""));
    }

    @Test
    void prefersTheLowerCaseSpelling() {
        var settings = ProxySettings.of(Map.of("HTTPS_PROXY", "http://upper", "https_proxy", "http://lower"));

        assertThat(settings.proxyFor("https", "a.example", 443))
                .hasValueSatisfying(proxy -> assertThat(proxy.host()).isEqualTo("lower"));
    }

    @Test
    void readsUserAndPasswordAndShowsNeither() {
        var proxy = ProxySettings.of(Map.of("HTTPS_PROXY", "http://me:p%40ss+w@proxy:8080/"))
                .proxyFor("https", "a.example", 443);

        assertThat(proxy).contains(new Proxy("http", "proxy", 8080, "me", "p@ss+w"));
        assertThat(proxy.orElseThrow().toString()).isEqualTo("http://proxy:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://me:secret@proxy:1080",
                "http://me:secret@",
                "http://me:sec ret@proxy",
                "http://me:secret%zz@proxy"
            })
    void refusesWhatIsNoHttpProxyWithoutShowingIt(String value) {
        var settings = ProxySettings.of(Map.of("HTTPS_PROXY", value));

        assertThat(settings.proxyFor("http", "a.example", 80)).isEmpty();
        assertThatThrownBy(() -> settings.proxyFor("https", "a.example", 443))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @ParameterizedTest(name = "{0} covers {1}:{2} -> {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    ''                       | localhost          | 8080 | true
                    ''                       | 127.0.0.1          | 443  | true
                    ''                       | 127.9.9.9          | 443  | true
                    ''                       | [::1]              | 443  | true
                    ''                       | api.datadoghq.com  | 443  | false
                    *                        | api.datadoghq.com  | 443  | true
                    datadoghq.com            | api.datadoghq.com  | 443  | true
                    datadoghq.com            | datadoghq.com      | 443  | true
                    datadoghq.com            | notdatadoghq.com   | 443  | false
                    .datadoghq.com           | api.datadoghq.com  | 443  | true
                    .datadoghq.com           | datadoghq.com      | 443  | false
                    *.datadoghq.com          | api.datadoghq.com  | 443  | true
                    DataDogHQ.com            | API.datadoghq.COM  | 443  | true
                    a, b ,api.datadoghq.com  | api.datadoghq.com  | 443  | true
                    api.datadoghq.com:443    | api.datadoghq.com  | 443  | true
                    api.datadoghq.com:8443   | api.datadoghq.com  | 443  | false
                    10.0.0.0/8               | 10.1.2.3           | 443  | true
                    10.0.0.0/8               | 11.1.2.3           | 443  | false
                    10.0.0.0/8               | 10.example.com     | 443  | false
                    10.0.0.0/99              | 10.0.0.0           | 443  | false
                    10.0.0.0/x               | 10.0.0.0           | 443  | false
                    10.1.2.3                 | 10.1.2.3           | 443  | true
                    10.1.2.3:444             | 10.1.2.3           | 443  | false
                    fd00::/8                 | [fd12::1]          | 443  | true
                    fd12::1                  | [fd12::1]          | 443  | true
                    fd12::1                  | [fd12::2]          | 443  | false
                    """)
    void leavesExceptionsAlone(String list, String host, int port, boolean isCovered) {
        assertThat(NoProxy.parse(list).covers(host, port)).isEqualTo(isCovered);
    }
}
