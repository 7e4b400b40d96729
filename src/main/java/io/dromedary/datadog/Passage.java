// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import org.jspecify.annotations.Nullable;

/**
 * A call on its way past its instance's breaker. Tells the breaker how it went, once: an answer counts whatever became
 * of it afterwards; a call that ended for another reason than the network, by its caller for example, says nothing.
 * Used by one thread.
 */
final class Passage implements AutoCloseable {

    private final Breakers breakers;
    private final DatadogCall call;
    private final @Nullable Breaker tried;
    private @Nullable DatadogException failure;

    /** @param tried the open breaker that let this call alone through, null for others */
    Passage(Breakers breakers, DatadogCall call, @Nullable Breaker tried) {
        this.breakers = breakers;
        this.call = call;
        this.tried = tried;
    }

    /** Notes what the call failed with. */
    void failed(DatadogException failed) {
        failure = failed;
    }

    @Override
    public void close() {
        if (call.isAnswered()) {
            breakers.reached(call.instance());
        } else if (failure != null && failure.isUnreachable()) {
            tell(failure);
        } else if (tried != null) {
            tried.letGo();
        }
    }

    private void tell(DatadogException unreachable) {
        if (tried == null) {
            breakers.failed(call.instance(), unreachable);
        } else {
            breakers.stillFails(tried, unreachable);
        }
    }
}
