// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import com.github.benmanes.caffeine.cache.Ticker;
import io.dromedary.call.Cancellation;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.instance.Instance;
import io.dromedary.instance.InstanceKey;
import io.dromedary.instance.Instances;
import io.dromedary.instance.Secret;
import io.dromedary.instance.Settings;
import io.dromedary.instance.Tls;
import io.dromedary.instance.WhenLimited;
import io.dromedary.sandbox.SandboxReply;
import io.dromedary.sandbox.SandboxRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;

/** The real routes of {@code routes/datadog} in a running Camel, with the real {@code application.properties}. */
public final class DatadogRoutes implements AutoCloseable {

    public static final String API_KEY = "0123456789abcdef0123456789abcdef";
    public static final String APP_KEY = "fedcba9876543210fedcba9876543210fedcba98";

    private final Main main = new Main();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    public DatadogRoutes() {
        this(Map.of());
    }

    /** @param overrides properties unlike those in the file */
    public DatadogRoutes(Map<String, String> overrides) {
        main.setPropertyPlaceholderLocations("file:application.properties");
        main.configure().withRoutesIncludePattern("file:routes/datadog/*.camel.yaml");
        overrides.forEach(main::addOverrideProperty);
        main.configure().addConfiguration(Needs.class);
        main.configure().addConfiguration(DatadogBeans.class);
        try {
            main.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the rest of Dromedary provides. */
    public static final class Needs implements org.apache.camel.CamelConfiguration {

        @BindToRegistry("workers")
        public ExecutorService workers() {
            return Executors.newCachedThreadPool();
        }

        @BindToRegistry
        public Instances instances() {
            return new Instances(Duration.ofHours(1), 10, Ticker.systemTicker());
        }

        @BindToRegistry("sandboxDatadog")
        public Function<SandboxRequest, SandboxReply> sandboxDatadog() {
            return request -> new SandboxReply(
                    request.path().contains("refused") ? 403 : 200,
                    Map.of("x-ratelimit-name", "sandbox", "x-ratelimit-remaining", "7", "x-ratelimit-reset", "9"),
                    "{\"errors\":[\"from the sandbox\"]}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    public CamelContext context() {
        return main.getCamelContext();
    }

    public <T> T bean(String name, Class<T> type) {
        return Objects.requireNonNull(context().getRegistry().lookupByNameAndType(name, type), name);
    }

    /** Calls {@code direct:datadog-fetch} and waits for the exchange to come back. */
    public Exchange exchange(
            Instance instance, DatadogRequest<?> request, Cancellation cancellation, Map<String, Object> headers) {
        return context()
                .createFluentProducerTemplate()
                .to("direct:datadog-fetch")
                .withProcessor(exchange -> {
                    exchange.setVariable("instance", instance);
                    exchange.setVariable("cancellation", cancellation);
                    exchange.getMessage().setBody(request);
                    exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
                })
                .send();
    }

    /** Returns the value, or throws what the route failed with. */
    public <T> T fetch(Instance instance, DatadogRequest<T> request, Cancellation cancellation) {
        var exchange = exchange(instance, request, cancellation, Map.of());
        var failure = exchange.getException();
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure != null) {
            throw new CompletionException(failure);
        }
        @SuppressWarnings("unchecked")
        var value = (T) exchange.getMessage().getBody();
        return value;
    }

    public <T> T fetch(Instance instance, DatadogRequest<T> request) {
        return fetch(instance, request, new Cancellation());
    }

    public <T> CompletableFuture<T> fetchLater(
            Instance instance, DatadogRequest<T> request, Cancellation cancellation) {
        return CompletableFuture.supplyAsync(() -> fetch(instance, request, cancellation), callers);
    }

    @Override
    public void close() {
        callers.shutdownNow();
        main.stop();
    }

    public static Instance instance(String url) {
        return instance(url, Duration.ofSeconds(20), Tls.DEFAULT);
    }

    public static Instance instance(String url, Duration timeout, Tls tls) {
        return instance(
                new Settings(null, URI.create(url), false, new Secret(API_KEY), new Secret(APP_KEY), timeout, tls));
    }

    /** An instance that fails at once when a rate limit is used up. */
    static Instance hasty(String url) {
        return instance(new Settings(
                null,
                URI.create(url),
                false,
                new Secret(API_KEY),
                new Secret(APP_KEY),
                Duration.ofSeconds(20),
                Tls.DEFAULT,
                WhenLimited.FAIL,
                null));
    }

    public static Instance sandbox() {
        return instance(new Settings(
                null,
                URI.create("http://sandbox"),
                true,
                new Secret(""),
                new Secret(""),
                Duration.ofSeconds(20),
                Tls.DEFAULT));
    }

    private static Instance instance(Settings settings) {
        return new Instance(new InstanceKey("", "org-1", "u"), "test", settings);
    }

    /** A request whose value is the body as text. */
    public static DatadogRequest<String> text(String path) {
        return DatadogRequest.get(path, "", DatadogRoutes::readText);
    }

    public static DatadogRequest<String> post(String path, String body) {
        return DatadogRequest.post(path, body, DatadogRoutes::readText);
    }

    private static String readText(java.io.InputStream body) throws java.io.IOException {
        return new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
