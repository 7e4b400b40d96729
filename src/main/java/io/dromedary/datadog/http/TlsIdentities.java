// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import io.dromedary.instance.Instance;
import io.dromedary.instance.Tls;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The TLS identity of each instance: one for all that trust as the platform does, one of its own for every other.
 * Thread-safe.
 */
public final class TlsIdentities {

    private final TlsIdentity platform = new TlsIdentity(Tls.DEFAULT);
    private final Map<Long, TlsIdentity> own = new ConcurrentHashMap<>();

    TlsIdentity of(Instance instance) {
        var tls = instance.settings().tls();
        return tls.equals(Tls.DEFAULT) ? platform : own.computeIfAbsent(instance.id(), id -> new TlsIdentity(tls));
    }

    /** Forgets what belongs to an instance that is not used any more; its idle connections close by themselves. */
    public void forget(Instance instance) {
        own.remove(instance.id());
    }
}
