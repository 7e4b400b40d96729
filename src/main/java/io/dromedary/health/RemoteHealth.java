// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import io.dromedary.health.Remotes.Remote;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How other Dromedaries are, by what their gRPC servers last said; one that is configured wrongly is down and not
 * asked. Thread-safe.
 */
public final class RemoteHealth implements CheckSource {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteHealth.class);
    private static final String GROUP = "remote";
    private static final String GOOD = "SERVING";

    private final Map<String, Remote> remotes;
    private final Map<String, Check> known = new ConcurrentHashMap<>();

    public RemoteHealth(Map<String, Remote> remotes) {
        this.remotes = Map.copyOf(remotes);
    }

    /** Returns whom to ask. */
    public Collection<Remote> begin() {
        return remotes.values().stream()
                .filter(remote -> remote.problem().isEmpty())
                .toList();
    }

    /**
     * Keeps what it said.
     *
     * @param status as the standard health service names it: {@code SERVING} is good
     */
    public void keep(Remote remote, String status) {
        var up = status.equals(GOOD);
        known.put(remote.name(), check(remote, up ? Check.State.UP : Check.State.DOWN, "It says " + status));
    }

    /** Keeps that it could not be asked. */
    public void fail(Remote remote, Throwable thrown) {
        LOG.debug("{} cannot be asked", remote.name(), thrown);
        known.put(
                remote.name(),
                check(
                        remote,
                        Check.State.DOWN,
                        "It cannot be asked (" + thrown.getClass().getSimpleName()
                                + "); check its address, its TLS, and that it runs"));
    }

    @Override
    public List<Check> checks() {
        return remotes.values().stream()
                .map(remote -> known.getOrDefault(remote.name(), unasked(remote)))
                .toList();
    }

    private static Check unasked(Remote remote) {
        return remote.problem().isEmpty()
                ? check(remote, Check.State.UNKNOWN, "It has not been asked yet")
                : check(remote, Check.State.DOWN, remote.problem());
    }

    private static Check check(Remote remote, Check.State state, String text) {
        return new Check(GROUP + "-" + remote.name(), GROUP, state, text, Map.of("address", remote.address()));
    }
}
