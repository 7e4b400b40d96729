// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.dromedary.tracing.Propagation;
import io.dromedary.tracing.Tracing;
import io.grpc.BindableService;
import io.grpc.ServiceDescriptor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedStartupListener;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.LifecycleStrategySupport;
import org.jspecify.annotations.Nullable;

/**
 * Many methods, one gRPC server. Methods are known by the {@link ServiceDescriptor}s in the registry; every
 * {@link BindableService} there is served too, without a route. The server starts when all routes have been started,
 * then every {@link ServerStarted} of the registry is told; an {@link EarlyServer} of the registry is taken instead,
 * and lets calls in by then. Spans are those of the registry's {@link Tracing}. When Camel stops, new calls are refused
 * first and those in flight get {@code drainTimeout} to end; Camel's own wait could not be used, as it looks only once
 * a second.
 */
@Component("grpc-door")
public final class GrpcDoorComponent extends DefaultComponent implements ExtendedStartupListener {

    @Metadata(description = "Address to listen on.", defaultValue = "127.0.0.1")
    private String host = "127.0.0.1";

    @Metadata(
            description = "Port to listen on; 0 is any free one, a negative one means not to listen.",
            defaultValue = "0")
    private int port;

    @Metadata(
            label = "security",
            description = "PEM file with the server's certificate, then its issuers'; without one it speaks plaintext.",
            defaultValue = "")
    private String tlsCertificate = "";

    @Metadata(
            label = "security",
            description = "PEM file with the private key of the certificate, PKCS#8, not encrypted.",
            defaultValue = "")
    private String tlsKey = "";

    @Metadata(description = "Longest request, in bytes. Answers have no limit.", defaultValue = "17825792")
    private int maxInboundMessageSize = DoorServer.Settings.MAX_MESSAGE_SIZE;

    @Metadata(description = "Most metadata of a request, in bytes.", defaultValue = "1048576")
    private int maxInboundMetadataSize = DoorServer.Settings.MAX_METADATA_SIZE;

    @Metadata(
            label = "advanced",
            description = "Threads that read and write. A connection uses one of them; Grafana has one connection.",
            defaultValue = "1")
    private int eventLoops = 1;

    @Metadata(
            label = "advanced",
            description = "How long calls in flight may go on when Camel stops.",
            defaultValue = "1200ms",
            javaType = "java.time.Duration")
    private Duration drainTimeout = Duration.ofMillis(1200);

    @Metadata(
            label = "advanced",
            description = "What calls are processed on; by default the registry's bean named workers.",
            javaType = "java.util.concurrent.Executor")
    private @Nullable Executor workers;

    private @Nullable ServerLife life;
    private @Nullable CallTraces traces;
    private @Nullable DoorThreads threads;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        var endpoint = new GrpcDoorEndpoint(
                uri, this, KnownMethods.find(remaining, getCamelContext().getRegistry()));
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        var registry = getCamelContext().getRegistry();
        var tracing = registry.findSingleByType(Tracing.class);
        traces = new CallTraces(
                tracing == null ? Tracing.off(List.of(Propagation.W3C)) : tracing,
                registry.findSingleByType(RequestTraces.class));
        life = new ServerLife(registry);
        getCamelContext().addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStopping(CamelContext context) {
                life().drain(drainTimeout);
            }
        });
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        var given = workers == null
                ? getCamelContext().getRegistry().lookupByNameAndType("workers", Executor.class)
                : workers;
        threads = given == null ? DoorThreads.ofItsOwn() : DoorThreads.with(given);
    }

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) throws Exception {
        if (alreadyStarted) {
            startServer();
        }
    }

    @Override
    public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) throws Exception {
        startServer();
    }

    private void startServer() throws IOException {
        life().start(port < 0 ? null : this::settings);
    }

    private DoorServer.Settings settings() {
        return new DoorServer.Settings(
                new InetSocketAddress(host, port),
                maxInboundMessageSize,
                maxInboundMetadataSize,
                eventLoops,
                new DoorKeys(tlsCertificate, tlsKey).context());
    }

    @Override
    protected void doStop() throws Exception {
        if (life != null) {
            life.stop();
        }
        if (threads != null) {
            threads.close();
        }
        super.doStop();
    }

    private ServerLife life() {
        return Objects.requireNonNull(life, "not initialised");
    }

    Doors doors() {
        return life().doors();
    }

    CallTraces traces() {
        return Objects.requireNonNull(traces, "not initialised");
    }

    DoorThreads threads() {
        return Objects.requireNonNull(threads, "not started");
    }

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = host;
    }

    public int getPort() {
        return port;
    }

    public void setPort(int port) {
        this.port = port;
    }

    public String getTlsCertificate() {
        return tlsCertificate;
    }

    public void setTlsCertificate(String tlsCertificate) {
        this.tlsCertificate = tlsCertificate;
    }

    public String getTlsKey() {
        return tlsKey;
    }

    public void setTlsKey(String tlsKey) {
        this.tlsKey = tlsKey;
    }

    public int getMaxInboundMessageSize() {
        return maxInboundMessageSize;
    }

    public void setMaxInboundMessageSize(int maxInboundMessageSize) {
        this.maxInboundMessageSize = maxInboundMessageSize;
    }

    public int getMaxInboundMetadataSize() {
        return maxInboundMetadataSize;
    }

    public void setMaxInboundMetadataSize(int maxInboundMetadataSize) {
        this.maxInboundMetadataSize = maxInboundMetadataSize;
    }

    public int getEventLoops() {
        return eventLoops;
    }

    public void setEventLoops(int eventLoops) {
        this.eventLoops = eventLoops;
    }

    public Duration getDrainTimeout() {
        return drainTimeout;
    }

    public void setDrainTimeout(Duration drainTimeout) {
        this.drainTimeout = drainTimeout;
    }

    public @Nullable Executor getWorkers() {
        return workers;
    }

    public void setWorkers(@Nullable Executor workers) {
        this.workers = workers;
    }
}
