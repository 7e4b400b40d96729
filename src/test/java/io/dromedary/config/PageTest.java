// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first page, as a browser gets it. */
class PageTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle(Map.of("dromedary.http.tokens", "first"));

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void isThereWithoutATokenAndTellsNothing() throws Exception {
        var page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body()).contains("<title>Dromedary</title>").doesNotContain("sandbox");
        assertThat(get("/api/v1/instances").statusCode()).isEqualTo(401);
    }

    @Test
    void letsABrowserLoadNothingFromElsewhere() throws Exception {
        for (var path : new String[] {"/", "/page/main.js"}) {
            assertThat(get(path).headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'none'")
                            .contains("script-src 'self'", "connect-src 'self'")
                            .doesNotContain("unsafe", "http:", "https:"));
        }
        assertThat(get("/").body()).doesNotContainPattern("<script>|onclick=|style=|https?://");
    }

    @Test
    void isAskedForAgainOnlyWhenItChanged() throws Exception {
        var tag = get("/page/page.css").headers().firstValue("ETag").orElseThrow();
        var again = HttpRequest.newBuilder(BUNDLE.http("/page/page.css"))
                .header("If-None-Match", tag)
                .build();

        var reply = client.send(again, BodyHandlers.ofString());

        assertThat(reply.statusCode()).isEqualTo(304);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void hasEverythingThatItLoads() throws Exception {
        var loaded = Pattern.compile("(?:src|href)=\"(/page/[^\"]+)\"").matcher(get("/").body());
        var scripts = Pattern.compile("from '\\./([^']+)'");

        var found = loaded.results().map(match -> match.group(1)).toList();
        assertThat(found)
                .hasSize(4)
                .allSatisfy(path -> assertThat(get(path).statusCode()).isEqualTo(200));
        try (var files = Files.list(Path.of("src/main/frontend/page"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                var imported = scripts.matcher(Files.readString(file)).results().map(match -> match.group(1));
                assertThat(imported)
                        .allSatisfy(name ->
                                assertThat(get("/page/" + name).statusCode()).isEqualTo(200));
            }
        }
    }

    @Test
    void hasNothingElse() throws Exception {
        for (var path :
                new String[] {"/page/", "/page/secret.js", "/page/..%2Fapplication.properties", "/page/index"}) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(BUNDLE.http(path)).build(), BodyHandlers.ofString());
    }
}
