// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the traces that a server says, by Jaeger's protocol for samplers: {@code GET <url>?service=<name>} answers
 * {@code {"strategyType":"PROBABILISTIC","probabilisticSampling":{"samplingRate":0.5}}}, or
 * {@code rateLimitingSampling.maxTracesPerSecond}, or {@code operationSampling}, of which its default counts. It is
 * asked each minute; what it said last stands until it says something else.
 */
final class RemoteSampler implements Sampler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteSampler.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_ANSWER = 1 << 20;
    private static final long PAUSE_SECONDS = 60;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ScheduledExecutorService timer;
    private final URI address;
    private String said = "";
    private volatile Sampler current;

    /** @param first until the server has said anything */
    RemoteSampler(URI server, String service, Sampler first) {
        current = first;
        var separator = server.getRawQuery() == null ? "?" : "&";
        address = URI.create(server + separator + "service=" + URLEncoder.encode(service, StandardCharsets.UTF_8));
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "trace-sampler");
            thread.setDaemon(true);
            return thread;
        });
        var unused = timer.scheduleWithFixedDelay(this::ask, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Asks now. */
    void ask() {
        try {
            var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
            var answer = client.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                take(new String(body.readNBytes(MAX_ANSWER), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The remote sampler did not answer", e);
        }
    }

    /** An answer that is as before leaves the count of traces alone. */
    private void take(String answer) throws IOException {
        if (!answer.equals(said)) {
            strategy(mapper.readTree(answer)).ifPresent(sampler -> {
                said = answer;
                current = sampler;
                LOG.debug("Traces are kept by {}", sampler);
            });
        }
    }

    private static Optional<Sampler> strategy(JsonNode answer) {
        var share = answer.at("/operationSampling/defaultSamplingProbability");
        if (share.isMissingNode()) {
            share = answer.at("/probabilisticSampling/samplingRate");
        }
        if (share.isNumber()) {
            return Optional.of(Samplers.share(share.asDouble()));
        }
        var rate = answer.at("/rateLimitingSampling/maxTracesPerSecond");
        return rate.isNumber() ? Optional.of(new RateSampler(rate.asDouble(), System::nanoTime)) : Optional.empty();
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return current.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "RemoteSampler{" + address + "}";
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
