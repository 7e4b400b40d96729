// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** Runs something when the unit of work of an exchange is done. */
final class Ended extends SynchronizationAdapter {

    private final Runnable listener;

    Ended(Runnable listener) {
        this.listener = listener;
    }

    @Override
    public void onDone(Exchange exchange) {
        listener.run();
    }
}
