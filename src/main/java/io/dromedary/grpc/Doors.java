// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.grpc.HandlerRegistry;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the door of a called method. A method whose route was stopped or removed keeps its closed door, so its callers
 * read "unavailable"; one that never had a route has none, so they read "unimplemented". Thread-safe.
 */
final class Doors extends HandlerRegistry {

    private record Entry(Door<?, ?> door, ServerMethodDefinition<?, ?> definition) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private volatile Collection<ServiceDescriptor> descriptors = List.of();
    private final @Nullable EarlyCalls early;

    Doors() {
        early = null;
    }

    /** @param early takes the calls until it is released */
    Doors(EarlyCalls early) {
        this.early = early;
    }

    /**
     * Puts a door where callers of the method find it, instead of the closed one of an earlier route.
     *
     * @param method full name, {@code package.Service/Method}
     * @throws IllegalArgumentException if another route takes this method's calls
     */
    void put(String method, Door<?, ?> door) {
        entries.compute(method, (name, present) -> {
            if (present != null
                    && present.door() != door
                    && present.door().calls().isOpen()) {
                throw new IllegalArgumentException("Two routes want the calls of " + name + "; keep one of them");
            }
            return new Entry(door, door.definition());
        });
    }

    @Override
    public @Nullable ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
        var held = early == null ? null : early.lookup(method);
        if (held != null) {
            return held;
        }
        var entry = entries.get(method);
        return entry == null ? null : entry.definition();
    }

    /** Takes the services there may be, for {@link #getServices}. */
    void describe(Collection<ServiceDescriptor> services) {
        descriptors = Set.copyOf(services);
    }

    /** Returns the services all of whose methods have doors: what server reflection tells of. */
    @Override
    public List<ServerServiceDefinition> getServices() {
        return descriptors.stream()
                .filter(service -> service.getMethods().stream()
                        .allMatch(method -> entries.containsKey(method.getFullMethodName())))
                .map(this::definition)
                .toList();
    }

    private ServerServiceDefinition definition(ServiceDescriptor service) {
        var definition = ServerServiceDefinition.builder(service);
        service.getMethods().forEach(method -> {
            var entry = entries.get(method.getFullMethodName());
            if (entry != null) {
                definition.addMethod(entry.door().described());
            }
        });
        return definition.build();
    }

    /**
     * Refuses new calls and waits for those in flight.
     *
     * @return number of calls that had not ended within {@code limit}
     */
    int drain(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        if (early != null) {
            early.refuse(Door.CLOSED);
        }
        entries.values().forEach(entry -> entry.door().calls().close());
        int left = 0;
        for (var entry : entries.values()) {
            if (!entry.door().calls().awaitNone(deadline)) {
                left += entry.door().calls().count();
            }
        }
        return left;
    }
}
