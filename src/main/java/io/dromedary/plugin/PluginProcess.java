// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import io.grpc.BindableService;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process as Grafana's child. {@link #prepare} comes before anything else the program does; then the gRPC server
 * listens on {@link #address} with {@link #services}, its real address goes to {@link #announce}, and {@link #stopWith}
 * says what to stop when Grafana asks for it or is gone.
 */
public final class PluginProcess {

    private static final Logger LOG = LoggerFactory.getLogger(PluginProcess.class);

    /** Grafana starts a plugin again at once whose process ends; one that fails each time must not keep it busy. */
    private static final Duration BEFORE_FAILED_EXIT = Duration.ofSeconds(5);

    private final InetSocketAddress address;
    private final Logs logs;

    /** Absent when Grafana did not start this process. */
    private final @Nullable Handshake handshake;

    private final Exit exit = new Exit();

    private PluginProcess(InetSocketAddress address, Logs logs, @Nullable Handshake handshake) {
        this.address = address;
        this.logs = logs;
        this.handshake = handshake;
    }

    /**
     * Makes this process a well-behaved child: stdout is kept for the handshake, everything else goes to stderr as JSON
     * log lines, interrupts are ignored, and the process ends with its parent.
     *
     * <p>Does not return if Grafana did not start this process (it says so on stderr and exits with status 1), nor if
     * {@value Launch#ADDRESS} names the address of another Dromedary that is to answer instead.
     *
     * @param environment of this process
     */
    public static PluginProcess prepare(Map<String, String> environment) {
        var launch = Launch.from(environment);
        if (launch.kind() == Launch.Kind.REFUSE) {
            System.err.println(launch.detail());
            System.exit(1);
        }
        var handshake = new Handshake(System.out);
        var process = new PluginProcess(freePort(), Logs.json(), handshake);
        Interrupts.ignore();
        process.exit.limitTermination();
        ParentWatch.begin(() -> process.exit.begin("the parent process is gone"));
        SpareHeap.watch();
        if (launch.kind() == Launch.Kind.POINT) {
            handshake.say(launch.detail());
            stayForever();
        }
        return process;
    }

    /**
     * Lets this process serve a Grafana that did not start it, for debugging: when Grafana's environment holds
     * {@value Launch#ADDRESS} too, the plugin process it starts only points here. Without that variable any free port
     * is taken and logged. Logs are for people.
     *
     * @throws IllegalArgumentException if the variable is not {@code host:port}
     */
    public static PluginProcess standalone(Map<String, String> environment) {
        String fixed = environment.getOrDefault(Launch.ADDRESS, "").strip();
        return new PluginProcess(fixed.isEmpty() ? freePort() : parse(fixed), Logs.plain(), null);
    }

    /** Returns where the gRPC server is to listen; port 0 is any free one. */
    public InetSocketAddress address() {
        return address;
    }

    /** Returns the services that are go-plugin's, to be served beside the plugin's own. */
    public List<BindableService> services() {
        return handshake == null ? List.of() : List.of(new Controller(() -> exit.begin("Grafana asked for it")));
    }

    /** Returns the log, to set its levels. */
    public Logs logs() {
        return logs;
    }

    /**
     * Says where the server listens, once it takes calls.
     *
     * @throws IllegalStateException if Grafana is gone
     */
    public void announce(InetSocketAddress listening) {
        String place = listening.getAddress().getHostAddress() + ":" + listening.getPort();
        if (handshake == null) {
            LOG.info("Serving Grafana on {}; start Grafana with {}={}", place, Launch.ADDRESS, place);
        } else {
            handshake.say(place);
        }
    }

    /** Ends this process, as it cannot do its work; the log says why. */
    public void fail(Exception failure) throws InterruptedException {
        LOG.error("Could not start", failure);
        Thread.sleep(BEFORE_FAILED_EXIT.toMillis());
        System.exit(1);
    }

    /**
     * Sets what is to be done before this process ends on Grafana's request or with its parent.
     *
     * @param stop lets calls in flight end and returns when all is stopped; what lasts longer than 1.5 s is cut off
     */
    public void stopWith(Runnable stop) {
        exit.first(stop);
    }

    @SuppressWarnings("AddressSelection") // a literal has one address
    private static InetSocketAddress freePort() {
        return new InetSocketAddress("127.0.0.1", 0);
    }

    private static InetSocketAddress parse(String place) {
        int colon = place.lastIndexOf(':');
        try {
            return new InetSocketAddress(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IllegalArgumentException(Launch.ADDRESS + " must be host:port, for example 127.0.0.1:50051", e);
        }
    }

    private static void stayForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
