// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static io.dromedary.config.DatadogRoutes.API_KEY;
import static io.dromedary.config.DatadogRoutes.APP_KEY;
import static io.dromedary.config.DatadogRoutes.instance;
import static io.dromedary.config.DatadogRoutes.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.Cancellation;
import io.dromedary.datadog.RawServer;
import io.dromedary.instance.Tls;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With every log wide open, and whatever happens, no key is ever written. */
class DatadogSecrecyTest {

    /** What is no HTTP at all is waited for until then. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final String ECHO = "{\"errors\":[\"" + API_KEY + " " + APP_KEY + "\"]}";

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "403 Forbidden", "502 Bad Gateway", "broken"})
    void writesNoKeyToAnyLog(String status) throws Exception {
        var root = Logger.getLogger("");
        var level = root.getLevel();
        var camel = Logger.getLogger("org.apache.camel"); // other tests keep it quiet
        var camelLevel = camel.getLevel();
        var written = new Written();
        root.addHandler(written);
        root.setLevel(Level.ALL);
        camel.setLevel(Level.ALL);
        try (var routes = new DatadogRoutes();
                var server = RawServer.answering(
                        "HTTP/1.1 " + status + "\r\nContent-Length: " + ECHO.length() + "\r\n\r\n" + ECHO)) {
            var exchange = routes.exchange(
                    instance(server.url(), TIMEOUT, Tls.DEFAULT),
                    post("/api/v2/query/timeseries", "{}"),
                    new Cancellation(),
                    Map.of());
            var stack = new StringWriter();
            if (exchange.getException() != null) {
                exchange.getException().printStackTrace(new PrintWriter(stack));
            }
            assertThat(stack.toString()).doesNotContain(API_KEY, APP_KEY);
        } finally {
            camel.setLevel(camelLevel);
            root.setLevel(level);
            root.removeHandler(written);
        }

        assertThat(written.linesWith("datadog-call")).as("the log works").isNotEmpty();
        assertThat(written.linesWith(API_KEY)).isEmpty();
        assertThat(written.linesWith(APP_KEY)).isEmpty();
    }

    @Test
    void showsNoKeyInAnythingThatPrintsAnInstance() {
        var mine = instance("http://localhost");

        assertThat(mine + " " + mine.settings()).doesNotContain(API_KEY, APP_KEY);
    }

    private static final class Written extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            lines.add(formatter.format(line));
        }

        List<String> linesWith(String text) {
            return lines.stream().filter(line -> line.contains(text)).toList();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
