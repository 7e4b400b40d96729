// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.util.Optional;

/** Counts who uses an instance, and disposes it when it is retired and the last user has left. Thread-safe. */
final class Tenure {

    private final Instance instance;
    private final Version version;
    private int users;
    private boolean retired;

    Tenure(Instance instance, Version version) {
        this.instance = instance;
        this.version = version;
    }

    Version version() {
        return version;
    }

    Instance instance() {
        return instance;
    }

    /** Returns nothing once the instance is retired. */
    synchronized Optional<Lease> lease() {
        if (retired) {
            return Optional.empty();
        }
        users++;
        return Optional.of(new Lease(instance, this::leave));
    }

    /** Lets nobody in any more. */
    void retire() {
        synchronized (this) {
            if (retired) {
                return;
            }
            retired = true;
            if (users > 0) {
                return;
            }
        }
        instance.dispose();
    }

    private void leave() {
        synchronized (this) {
            users--;
            if (users > 0 || !retired) {
                return;
            }
        }
        instance.dispose();
    }
}
