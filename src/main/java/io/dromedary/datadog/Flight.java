// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.call.Cancellation;
import io.dromedary.datadog.SingleFlight.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One shared call and those who wait for it. Thread-safe; receivers are called without a lock held. */
public final class Flight {

    private final Consumer<Flight> onEnd;
    private final Cancellation cancellation = new Cancellation();
    private final Object lock = new Object();
    private List<Passenger> aboard = new ArrayList<>(1);
    private boolean ended;

    Flight(Consumer<Flight> onEnd) {
        this.onEnd = onEnd;
    }

    /** Returns what ends the call itself: cancelled when the last caller has gone, the one that leads included. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Gives everybody who still waits the outcome. */
    public void land(Outcome outcome) {
        for (var passenger : end()) {
            passenger.forget.run();
            passenger.receiver.accept(outcome);
        }
    }

    /** Returns whether the caller was let in: it is not when the flight has ended. */
    boolean admit(Cancellation caller, Consumer<Outcome> receiver) {
        var passenger = new Passenger(receiver);
        synchronized (lock) {
            if (ended) {
                return false;
            }
            aboard.add(passenger);
        }
        passenger.forget = caller.onCancel(() -> leave(passenger));
        return true;
    }

    private void leave(Passenger passenger) {
        boolean isLast;
        synchronized (lock) {
            if (!aboard.remove(passenger)) {
                return;
            }
            isLast = aboard.isEmpty();
            ended |= isLast;
        }
        if (isLast) {
            onEnd.accept(this);
            cancellation.cancel();
        }
        passenger.receiver.accept(new Outcome(null, CallFailures.cancelled()));
    }

    private List<Passenger> end() {
        List<Passenger> left;
        synchronized (lock) {
            ended = true;
            left = aboard;
            aboard = new ArrayList<>(0);
        }
        onEnd.accept(this);
        return left;
    }

    private static final class Passenger {

        private final Consumer<Outcome> receiver;
        /** Written after the passenger is visible; until then there is nothing to forget. */
        private volatile Runnable forget = () -> {};

        Passenger(Consumer<Outcome> receiver) {
            this.receiver = receiver;
        }
    }
}
