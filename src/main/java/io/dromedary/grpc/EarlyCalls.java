// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds the calls that come before the routes stand, and lets each in by its door when they do. A held call takes no
 * thread, nothing of its request is read yet, and its caller may go away. Thread-safe.
 */
final class EarlyCalls {

    /** More are sent away. Grafana has a few dozen panels to fill while a plugin starts. */
    static final int MAX_HELD = 1024;

    private final Map<String, ServerMethodDefinition<?, ?>> methods;
    private final Set<EarlyCall<?, ?>> held = new LinkedHashSet<>();
    private @Nullable Status refusal;
    private volatile @Nullable HandlerRegistry doors;

    EarlyCalls(Collection<ServiceDescriptor> services) {
        methods = services.stream()
                .flatMap(service -> service.getMethods().stream())
                .collect(Collectors.toUnmodifiableMap(MethodDescriptor::getFullMethodName, this::definition));
    }

    /** Returns what takes the calls of a method for now; null once the routes stand, and for unknown methods. */
    @Nullable
    ServerMethodDefinition<?, ?> lookup(String method) {
        return doors == null ? methods.get(method) : null;
    }

    /** Lets all calls in, those held and those still to come; what has no door is "unimplemented". */
    void release(HandlerRegistry doors) {
        List<EarlyCall<?, ?>> waiting;
        synchronized (held) {
            this.doors = doors;
            waiting = drain();
        }
        waiting.forEach(call -> call.enter(doors));
    }

    /** Sends the calls away that are held, and all that come before {@link #release}. */
    void refuse(Status why) {
        List<EarlyCall<?, ?>> waiting;
        synchronized (held) {
            refusal = why;
            waiting = drain();
        }
        waiting.forEach(call -> call.refuse(why));
    }

    /** Returns how many calls are held. */
    int count() {
        synchronized (held) {
            return held.size();
        }
    }

    private List<EarlyCall<?, ?>> drain() {
        var all = new ArrayList<>(held);
        held.clear();
        return all;
    }

    private <Q, R> ServerMethodDefinition<Q, R> definition(MethodDescriptor<Q, R> method) {
        return ServerMethodDefinition.create(method, this::hold);
    }

    private <Q, R> ServerCall.Listener<Q> hold(ServerCall<Q, R> call, Metadata metadata) {
        var early = new EarlyCall<>(call, metadata, this::forget);
        HandlerRegistry open;
        Status why;
        synchronized (held) {
            open = doors;
            why = refusal;
            if (open == null && why == null && held.size() < MAX_HELD) {
                held.add(early);
                return early;
            }
        }
        if (open == null) {
            early.refuse(why == null ? Door.CLOSED : why);
        } else {
            early.enter(open);
        }
        return early;
    }

    private void forget(EarlyCall<?, ?> call) {
        synchronized (held) {
            held.remove(call);
        }
    }

    /** A call that knows no door yet: until it does, all that can happen to it is that its caller goes away. */
    private static final class EarlyCall<Q, R> extends ServerCall.Listener<Q> {

        /** Is told of a call whose caller went away. */
        interface Gone {
            void gone(EarlyCall<?, ?> call);
        }

        private final ServerCall<Q, R> call;
        private final Metadata metadata;
        private final Gone gone;
        private ServerCall.@Nullable Listener<Q> inside;
        private boolean over;

        EarlyCall(ServerCall<Q, R> call, Metadata metadata, Gone gone) {
            this.call = call;
            this.metadata = metadata;
            this.gone = gone;
        }

        @SuppressWarnings("unchecked")
        synchronized void enter(HandlerRegistry doors) {
            var method = doors.lookupMethod(call.getMethodDescriptor().getFullMethodName());
            if (method == null) {
                refuse(Status.UNIMPLEMENTED.withDescription(
                        "No route takes " + call.getMethodDescriptor().getFullMethodName()));
            } else if (!over) {
                inside = ((ServerCallHandler<Q, R>) method.getServerCallHandler()).startCall(call, metadata);
                // whoever waits for it may have missed it
                inside.onReady();
            }
        }

        synchronized void refuse(Status why) {
            if (!over) {
                over = true;
                call.close(why, new Metadata());
            }
        }

        @Override
        public synchronized void onMessage(Q message) {
            if (inside != null) {
                inside.onMessage(message);
            }
        }

        @Override
        public synchronized void onHalfClose() {
            if (inside != null) {
                inside.onHalfClose();
            }
        }

        @Override
        public synchronized void onReady() {
            if (inside != null) {
                inside.onReady();
            }
        }

        @Override
        public synchronized void onComplete() {
            if (inside != null) {
                inside.onComplete();
            }
        }

        @Override
        public void onCancel() {
            gone.gone(this);
            synchronized (this) {
                over = true;
                if (inside != null) {
                    inside.onCancel();
                }
            }
        }
    }
}
