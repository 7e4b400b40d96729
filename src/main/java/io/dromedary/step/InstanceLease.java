// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.instance.Instances;
import io.dromedary.instance.Lease;
import io.dromedary.instance.SettingsSource;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/** Leases the instance for variable {@code settingsSource} until the exchange ends. Thread-safe. */
public final class InstanceLease implements Processor {

    private final Instances instances;

    public InstanceLease(Instances instances) {
        this.instances = instances;
    }

    @Override
    public void process(Exchange exchange) {
        var lease = instances.lease(exchange.getVariable("settingsSource", SettingsSource.class));
        exchange.getExchangeExtension().addOnCompletion(new GiveBack(lease));
        exchange.setVariable("instance", lease.instance());
    }

    private static final class GiveBack extends SynchronizationAdapter {

        private final Lease lease;

        GiveBack(Lease lease) {
            this.lease = lease;
        }

        @Override
        public void onDone(Exchange exchange) {
            lease.close();
        }

        /** The exchange that leased gives back, not a copy it is handed over to (for example by {@code wireTap}). */
        @Override
        public boolean allowHandover() {
            return false;
        }
    }
}
