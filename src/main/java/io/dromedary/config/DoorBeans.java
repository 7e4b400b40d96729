// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.grpc.Workers;
import io.dromedary.proto.pluginv2.DataGrpc;
import io.dromedary.proto.pluginv2.DiagnosticsGrpc;
import io.dromedary.proto.pluginv2.ResourceGrpc;
import io.dromedary.proto.pluginv2.StreamGrpc;
import io.grpc.ServiceDescriptor;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;

/** What the gRPC door needs: the services whose methods a route may take, and the threads calls are processed on. */
public class DoorBeans implements CamelConfiguration {

    /** The services whose methods a route may take. */
    static final List<ServiceDescriptor> SERVICES = List.of(
            DataGrpc.getServiceDescriptor(),
            ResourceGrpc.getServiceDescriptor(),
            DiagnosticsGrpc.getServiceDescriptor(),
            StreamGrpc.getServiceDescriptor());

    @BindToRegistry
    public ExecutorService workers(
            @PropertyInject("dromedary.workers.threads") int threads,
            @PropertyInject("dromedary.workers.waiting") int waiting) {
        return Workers.create(threads, waiting);
    }

    @BindToRegistry
    public ServiceDescriptor dataService() {
        return DataGrpc.getServiceDescriptor();
    }

    @BindToRegistry
    public ServiceDescriptor resourceService() {
        return ResourceGrpc.getServiceDescriptor();
    }

    @BindToRegistry
    public ServiceDescriptor diagnosticsService() {
        return DiagnosticsGrpc.getServiceDescriptor();
    }

    @BindToRegistry
    public ServiceDescriptor streamService() {
        return StreamGrpc.getServiceDescriptor();
    }
}
