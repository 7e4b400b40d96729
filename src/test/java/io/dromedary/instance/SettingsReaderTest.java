// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dromedary.call.Source;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    private static final String EU = "{\"site\":\"datadoghq.eu\"}";

    private final SettingsReader reader = new SettingsReader();

    @Test
    void readsSiteAndKeys() {
        var settings = reader.read(Sources.withKeys(EU));

        assertThat(settings.site()).isEqualTo(Site.EU1);
        assertThat(settings.apiUrl()).isEqualTo(URI.create("https://api.datadoghq.eu"));
        assertThat(settings.sandbox()).isFalse();
        assertThat(settings.apiKey().reveal()).isEqualTo(Sources.KEYS.get("apiKey"));
        assertThat(settings.appKey().reveal()).isEqualTo(Sources.KEYS.get("appKey"));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.tls()).isEqualTo(Tls.DEFAULT);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "datadoghq.com,US1", "us3.datadoghq.com,US3", "us5.datadoghq.com,US5", "datadoghq.eu,EU1",
        "ap1.datadoghq.com,AP1", "ap2.datadoghq.com,AP2", "uk1.datadoghq.com,UK1", "ddog-gov.com,US1_FED",
        "us2.ddog-gov.com,US2_FED", "EU1,EU1", "us1-fed,US1_FED", "' Datadoghq.EU ',EU1"
    })
    void knowsEverySiteByDomainAndName(String site, Site expected) {
        assertThat(reader.read(Sources.withKeys("{\"site\":\"" + site + "\"}")).site())
                .isEqualTo(expected);
    }

    @Test
    void takesAFreeUrlWithoutItsTrailingSlash() {
        var settings =
                reader.read(Sources.withKeys("{\"url\":\" https://proxy.example:8443/datadog/ \",\"site\":\"\"}"));

        assertThat(settings.apiUrl()).isEqualTo(URI.create("https://proxy.example:8443/datadog"));
        assertThat(settings.site()).isNull();
    }

    @Test
    void knowsTheSiteBehindItsApiUrl() {
        assertThat(reader.read(Sources.withKeys("{\"url\":\"https://api.us5.datadoghq.com/\"}"))
                        .site())
                .isEqualTo(Site.US5);
    }

    @Test
    void fallsBackToTheDataSourcesOwnUrl() {
        var source = new SettingsSource(
                "", 1, "", 1, "u", "n", "http://localhost:1234", 0, new byte[0], Sources.KEYS, Map.of());

        assertThat(reader.read(source).apiUrl()).isEqualTo(URI.create("http://localhost:1234"));
    }

    @Test
    void asksForNoKeysInTheSandbox() {
        var settings = reader.read(Sources.source("u", 1, "{\"site\":\"Sandbox\"}", Map.of()));

        assertThat(settings.sandbox()).isTrue();
        assertThat(settings.site()).isNull();
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        assertThat(reader.read(Sources.withKeys("{\"site\":\"EU1\",\"httpHeaderName1\":\"X\",\"a\":{\"b\":[1]}}"))
                        .site())
                .isEqualTo(Site.EU1);
    }

    @Test
    void trimsWhatWasPastedAroundAKey() {
        var settings = reader.read(Sources.withSecrets(EU, "apiKey", " \tabc123\r\n"));

        assertThat(settings.apiKey().reveal()).isEqualTo("abc123");
    }

    @ParameterizedTest(name = "{0} s")
    @CsvSource({"30,PT30S", "\"45\",PT45S", "0.5,PT0.5S", "\" 600 \",PT10M", "null,PT30S", "\"\",PT30S", "1e2,PT1M40S"})
    void readsTheTimeoutInSeconds(String json, Duration expected) {
        assertThat(reader.read(Sources.withKeys("{\"site\":\"EU1\",\"timeout\":" + json + "}"))
                        .timeout())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "601", "\"0\"", "1e300", "\"-0.5\""})
    void refusesATimeoutOutOfRange(String json) {
        assertThat(message(Sources.withKeys("{\"site\":\"EU1\",\"timeout\":" + json + "}")))
                .isEqualTo("jsonData.timeout must be more than 0 and at most 600 seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "\"30s\"", "true", "[30]", "\"999999999999999999999999\"", "\"NaN\""})
    void refusesATimeoutThatIsNoNumber(String json) {
        assertThat(message(Sources.withKeys("{\"site\":\"EU1\",\"timeout\":" + json + "}")))
                .startsWith("jsonData.timeout must be a number");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"null,WAIT", "\" \",WAIT", "\"wait\",WAIT", "\"fail\",FAIL", "\" Fail \",FAIL"})
    void readsWhatToDoAboutRateLimits(String json, WhenLimited expected) {
        var site = "{\"rateLimit\":" + json + ",\"site\":";

        assertThat(reader.read(Sources.withKeys(site + "\"EU1\"}")).whenLimited())
                .isEqualTo(expected);
        assertThat(reader.read(Sources.withKeys(site + "\"sandbox\"}")).whenLimited())
                .isEqualTo(expected);
    }

    @Test
    void waitsForRateLimitsUnlessTold() {
        assertThat(reader.read(Sources.withKeys(EU)).whenLimited()).isEqualTo(WhenLimited.WAIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"retry\"", "\"waiting\"", "true", "5", "{}", "[\"fail\"]"})
    void refusesWhatItCannotDoAboutRateLimits(String json) {
        assertThat(message(Sources.withKeys("{\"site\":\"EU1\",\"rateLimit\":" + json + "}")))
                .isEqualTo("jsonData.rateLimit must be wait or fail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "{\"site\":null,\"url\":\"  \"}"})
    void asksForASiteWhenThereIsNone(String json) {
        assertThat(message(Sources.withKeys(json)))
                .startsWith("Choose where your Datadog account is: set jsonData.site to one of datadoghq.com (US1), ")
                .contains("us2.ddog-gov.com (US2-FED)")
                .endsWith(" or sandbox");
    }

    @ParameterizedTest(name = "{0}: did you mean {1}")
    @CsvSource({
        "datadoghq.ue,datadoghq.eu",
        "datadog.eu,datadoghq.eu",
        "eu,datadoghq.eu",
        "us3.datadoghq.eu,us3.datadoghq.com",
        "https://app.datadoghq.eu/dashboard,datadoghq.eu",
        "api.us5.datadoghq.com,us5.datadoghq.com"
    })
    void guessesTheSiteThatWasMeant(String site, String guess) {
        assertThat(message(Sources.withKeys("{\"site\":\"" + site + "\"}")))
                .startsWith("Unknown Datadog site in jsonData.site. Did you mean " + guess + "?")
                .contains("The sites are datadoghq.com (US1), ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "mars", "x"})
    void guessesNothingForWhatIsFarFromEverySite(String site) {
        assertThat(message(Sources.withKeys("{\"site\":\"" + site + "\"}")))
                .startsWith("Unknown Datadog site in jsonData.site. The sites are ");
    }

    @Test
    void refusesSiteAndUrlTogether() {
        assertThat(message(Sources.withKeys("{\"site\":\"EU1\",\"url\":\"https://x.example\"}")))
                .isEqualTo("Set either jsonData.site or jsonData.url, not both: remove one of them");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ftp://x.example,must start with https:// or http://",
        "api.datadoghq.eu,must start with https:// or http://",
        "api.datadoghq.eu:443,must start with https:// or http://",
        "https://me:hunter2@x.example,Remove the user name and password",
        "https://x.example?api_key=hunter2,Remove everything from the ?",
        "https://x.example#hunter2,Remove everything from the ?",
        "https://,is not a valid URL",
        "https:///v1,needs a valid host",
        "https:x.example,needs a valid host",
        "https://x.example:0,needs a valid host",
        "https://x.example:70000,needs a valid host",
        "https://x y.example,is not a valid URL"
    })
    void refusesAUrlThatCannotBeTheRootOfAnApi(String url, String expected) {
        assertThat(message(Sources.withKeys("{\"url\":\"" + url + "\"}")))
                .contains("jsonData.url", expected)
                .doesNotContain("hunter2");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "http://acme.datadoghq.com,must start with https://",
        "acme.datadoghq.com,must start with https://",
        "https://me:hunter2@acme.datadoghq.com,Remove the user name and password",
        "https://acme.datadoghq.com/?a=hunter2,Remove everything from the ?",
        "https://acme datadoghq.com,is not a valid URL"
    })
    void refusesPagesThatLinksCannotLeadTo(String url, String expected) {
        assertThat(message(Sources.withKeys("{\"site\":\"EU1\",\"appUrl\":\"" + url + "\"}")))
                .contains("jsonData.appUrl", expected)
                .doesNotContain("hunter2", "http://");
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({
        "https://app.datadoghq.com,https://api.datadoghq.com",
        "https://APP.datadoghq.eu/,https://api.datadoghq.eu",
        "https://us3.datadoghq.com/dashboard/lists,https://api.us3.datadoghq.com",
        "https://datadoghq.com,https://api.datadoghq.com"
    })
    void tellsTheApiHostWhenTheWebPagesWereMeant(String url, String api) {
        assertThat(message(Sources.withKeys("{\"url\":\"" + url + "\"}")))
                .contains("is where people look at Datadog, not its API")
                .endsWith("jsonData.url to " + api);
    }

    @ParameterizedTest(name = "{0} missing")
    @CsvSource({"apiKey,API key", "appKey,application key"})
    void asksForAMissingKey(String name, String label) {
        assertThat(message(Sources.withSecrets(EU, name, "  ")))
                .startsWith("The " + label + " is missing")
                .contains("secureJsonData." + name);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "hunter 2hunter,has a space or line break",
                "^hunter2\nhunter2^,has a space or line break",
                "\"hunter2\",has quotes",
                "'hunter2',has quotes",
                "^${hunter2}^,is a variable that was not replaced",
                "hünter2,does not look like a Datadog key"
            })
    void refusesWhatCannotBeAKeyWithoutRepeatingIt(String key, String expected) {
        assertThat(message(Sources.withSecrets(EU, "appKey", key)))
                .contains("secureJsonData.appKey", expected)
                .doesNotContain("unter");
    }

    @Test
    void refusesAKeyOfAbsurdLength() {
        assertThat(message(Sources.withSecrets(EU, "apiKey", "a".repeat(513)))).contains("does not look like");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiKey", "appKey", "tlsClientKey"})
    void refusesASecretAmongTheOpenSettings(String name) {
        assertThat(message(Sources.withKeys("{\"site\":\"EU1\",\"" + name + "\":\"hunter2\"}")))
                .startsWith("Move " + name + " from jsonData to secureJsonData." + name)
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"site\":", "hunter2", "{\"apiKey\":\"hunter2\"", "{} {}", "\u0000"})
    void refusesBrokenJsonWithoutRepeatingIt(String json) {
        assertThat(message(Sources.withKeys(json)))
                .startsWith("jsonData is not valid JSON")
                .doesNotContain("hunter2");
    }

    @Test
    void refusesJsonOfEndlessDepth() {
        assertThat(message(Sources.withKeys("[".repeat(100_000)))).startsWith("jsonData is not valid JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"site\"", "5", "true"})
    void refusesJsonThatIsNoObject(String json) {
        assertThat(message(Sources.withKeys(json))).startsWith("jsonData must be a JSON object");
    }

    @Test
    void refusesASiteThatIsNoText() {
        assertThat(message(Sources.withKeys("{\"site\":5}"))).isEqualTo("jsonData.site must be a text in quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yes\"", "1", "{}", "[]"})
    void refusesASwitchThatIsNeitherOnNorOff(String json) {
        assertThat(message(Sources.withKeys("{\"site\":\"EU1\",\"tlsSkipVerify\":" + json + "}")))
                .isEqualTo("jsonData.tlsSkipVerify must be true or false");
    }

    @Test
    void refusesGrafanasSocksProxyWhereThereIsOne() {
        var source = Sources.withKeys("{\"site\":\"EU1\",\"enableSecureSocksProxy\":true}");

        assertThat(reader.read(source).site()).isEqualTo(Site.EU1);
        assertThat(message(
                        Sources.inGrafana(source, Map.of("GF_SECURE_SOCKS_DATASOURCE_PROXY_SERVER_ENABLED", "true"))))
                .contains("jsonData.enableSecureSocksProxy", "HTTPS_PROXY");
    }

    private String message(SettingsSource source) {
        var thrown = assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> reader.read(source))
                .actual();
        assertThat(thrown.failure().status()).isEqualTo(400);
        assertThat(thrown.failure().source()).isEqualTo(Source.PLUGIN);
        assertThat(thrown.failure().text()).doesNotContain("%");
        return thrown.failure().text();
    }
}
