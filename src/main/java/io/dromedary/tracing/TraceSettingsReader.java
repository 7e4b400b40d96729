// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing;

import io.dromedary.tracing.TraceSettings.Protocol;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the settings of traces: our own come first, then Grafana's for its plugins, then OpenTelemetry's, which count
 * outside Grafana only, where nobody else says anything. What cannot be read is told in the log and never stops
 * anything: it is only traces.
 */
public final class TraceSettingsReader {

    private static final Logger LOG = LoggerFactory.getLogger(TraceSettingsReader.class);

    private static final String GRAFANA = "GF_INSTANCE_OTLP_";
    private static final String OTLP = "OTEL_EXPORTER_OTLP_";
    private static final String HTTP_PATH = "/v1/traces";

    private final Own own;
    private final Map<String, String> environment;
    private final boolean grafana;

    /**
     * Our own settings, as they stand in application.properties; empty where nothing is set.
     *
     * @param endpoint host:port, or an address with a scheme
     * @param protocol grpc or http
     * @param headers name=value,name=value
     * @param tls files that an endpoint of https needs
     * @param sampler share, 0 to 1
     * @param propagation w3c,jaeger
     */
    public record Own(
            String endpoint, String protocol, String headers, TraceTls tls, String sampler, String propagation) {}

    /**
     * @param environment of this process
     * @param grafana whether Grafana started it
     */
    public TraceSettingsReader(Own own, Map<String, String> environment, boolean grafana) {
        this.own = own;
        this.environment = environment;
        this.grafana = grafana;
    }

    public TraceSettings read() {
        if (!own.endpoint.isBlank()) {
            var protocol = protocol(own.protocol);
            return settings(endpoint(own.endpoint, protocol), protocol, own.headers, own.tls, share(own.sampler));
        }
        if (!env(GRAFANA + "ADDRESS").isBlank()) {
            var endpoint = endpoint(env(GRAFANA + "ADDRESS"), Protocol.GRPC);
            return settings(endpoint, Protocol.GRPC, "", TraceTls.DEFAULT, grafanaSampling());
        }
        var protocol = protocol(first(OTLP + "TRACES_PROTOCOL", OTLP + "PROTOCOL", "http/protobuf"));
        return settings(
                standardEndpoint(protocol),
                protocol,
                standard("HEADERS"),
                new TraceTls(standard("CERTIFICATE"), standard("CLIENT_CERTIFICATE"), standard("CLIENT_KEY")),
                standardSampling());
    }

    private TraceSettings settings(
            @Nullable URI endpoint, Protocol protocol, String headers, TraceTls tls, Sampling sampling) {
        var attributes = pairs(env("OTEL_RESOURCE_ATTRIBUTES"));
        var name = attributes.getOrDefault("service.name", grafana ? "dromedary-datadog-datasource" : "dromedary");
        var ways = own.propagation.isBlank() ? env(GRAFANA + "PROPAGATION") : own.propagation;
        return new TraceSettings(
                endpoint,
                protocol,
                pairs(headers),
                tls,
                Propagation.parse(ways),
                sampling,
                first("OTEL_SERVICE_NAME", "", name),
                attributes);
    }

    private @Nullable URI standardEndpoint(Protocol protocol) {
        var address = standard("ENDPOINT");
        var unwanted = env("OTEL_SDK_DISABLED").equalsIgnoreCase("true")
                || env("OTEL_TRACES_EXPORTER").equals("none");
        return grafana || unwanted || address.isBlank() ? null : endpoint(address, protocol);
    }

    /** Without a scheme it is neither encrypted nor HTTP's own port: what Grafana means by host:port. */
    private static @Nullable URI endpoint(String text, Protocol protocol) {
        var address = text.strip();
        try {
            var uri = URI.create(address.contains("://") ? address : "http://" + address);
            if (uri.getHost() == null
                    || uri.getUserInfo() != null
                    || !uri.getScheme().matches("(?i)https?")) {
                throw new IllegalArgumentException("neither host:port nor http(s)://host:port");
            }
            return protocol == Protocol.GRPC ? channel(uri) : traces(uri);
        } catch (IllegalArgumentException malformed) {
            LOG.warn("Traces are not sent: their endpoint is neither host:port nor http(s)://host:port");
            return null;
        }
    }

    private static URI channel(URI uri) {
        var port = uri.getPort() > 0 ? uri.getPort() : 4317;
        return URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + port);
    }

    private static URI traces(URI uri) {
        var text = uri.toString().replaceAll("/+$", "");
        return URI.create(text.endsWith(HTTP_PATH) ? text : text + HTTP_PATH);
    }

    private static Protocol protocol(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("http") ? Protocol.HTTP : Protocol.GRPC;
    }

    /** As Grafana's own plugins take it: no type means all or none. */
    private Sampling grafanaSampling() {
        var number = number(env(GRAFANA + "SAMPLER_PARAM"), 1);
        var remote = env(GRAFANA + "SAMPLER_REMOTE_URL");
        return switch (env(GRAFANA + "SAMPLER_TYPE").toLowerCase(Locale.ROOT)) {
            case "ratelimiting" -> new Sampling(Sampling.Kind.RATE, number, null);
            case "remote" -> remote(number, remote);
            default -> Sampling.share(number);
        };
    }

    private static Sampling remote(double number, String address) {
        try {
            return new Sampling(Sampling.Kind.REMOTE, Math.min(Math.max(number, 0), 1), URI.create(address));
        } catch (IllegalArgumentException malformed) {
            LOG.warn("The address of the remote sampler cannot be read; the share of traces is fixed instead");
            return Sampling.share(number);
        }
    }

    private Sampling standardSampling() {
        var name = env("OTEL_TRACES_SAMPLER");
        if (name.endsWith("always_off")) {
            return Sampling.share(0);
        }
        return name.endsWith("traceidratio") ? share(env("OTEL_TRACES_SAMPLER_ARG")) : Sampling.ALL;
    }

    private static Sampling share(String text) {
        return text.isBlank() ? Sampling.ALL : Sampling.share(number(text, 1));
    }

    private static double number(String text, double fallback) {
        try {
            var number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : fallback;
        } catch (NumberFormatException none) {
            if (!text.isBlank()) {
                LOG.warn("The share of traces to keep is no number; {} is taken", fallback);
            }
            return fallback;
        }
    }

    /** {@code name=value,name=value}, values percent-encoded; what is no pair is left out. */
    private static Map<String, String> pairs(String text) {
        var pairs = new LinkedHashMap<String, String>();
        Stream.of(text.split(","))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> pairs.put(pair[0].strip(), decoded(pair[1].strip())));
        return pairs;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return value;
        }
    }

    /** Returns what OpenTelemetry's variable says, the one for traces alone before the one for all signals. */
    private String standard(String name) {
        return first(OTLP + "TRACES_" + name, OTLP + name, "");
    }

    private String first(String name, String other, String fallback) {
        return Stream.of(env(name), env(other), fallback)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private String env(String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
