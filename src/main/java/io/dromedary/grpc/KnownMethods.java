// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import java.util.TreeSet;
import org.apache.camel.spi.Registry;

/** The methods that routes may take: those of the {@link ServiceDescriptor}s in a registry. Stateless. */
final class KnownMethods {

    private KnownMethods() {}

    /**
     * Finds a method.
     *
     * @param name full name, {@code package.Service/Method}
     * @throws IllegalArgumentException if there is none of that name, with those there are, or if it takes a stream
     */
    static MethodDescriptor<?, ?> find(String name, Registry registry) {
        var known = new TreeSet<String>();
        for (var service : registry.findByType(ServiceDescriptor.class)) {
            for (var method : service.getMethods()) {
                if (method.getFullMethodName().equals(name)) {
                    return answerable(method);
                }
                known.add(method.getFullMethodName());
            }
        }
        throw new IllegalArgumentException(
                "No ServiceDescriptor in the registry has the method " + name + ". Known: " + String.join(", ", known));
    }

    private static MethodDescriptor<?, ?> answerable(MethodDescriptor<?, ?> method) {
        if (!method.getType().clientSendsOneMessage()) {
            throw new IllegalArgumentException(
                    method.getFullMethodName() + " takes a stream of requests, which grpc-door cannot");
        }
        return method;
    }
}
