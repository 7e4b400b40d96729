// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.api.ApiRequestReader;
import io.dromedary.api.HttpGate;
import io.dromedary.frame.ArrowFrames;
import io.dromedary.grpc.GrpcDoorComponent;
import io.dromedary.proto.v1.HealthGrpc;
import io.dromedary.proto.v1.QueriesGrpc;
import io.dromedary.rpc.RpcGate;
import io.dromedary.rpc.RpcMessages;
import io.grpc.BindableService;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.services.ProtoReflectionService;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.time.Clock;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;

/** Beans of {@code routes/rpc}: the gRPC API, on a server of its own. Not inside Grafana. */
public final class RpcBeans implements CamelConfiguration {

    @PropertyInject("dromedary.rpc.host")
    private String host = "";

    @PropertyInject("dromedary.rpc.port")
    private int port;

    @PropertyInject("dromedary.rpc.tls-certificate")
    private String certificate = "";

    @PropertyInject("dromedary.rpc.tls-key")
    private String key = "";

    @PropertyInject("dromedary.http.tokens")
    private String tokens = "";

    @PropertyInject("dromedary.http.admin-tokens")
    private String adminTokens = "";

    @BindToRegistry("rpc-door")
    public GrpcDoorComponent rpcDoor() {
        var component = new GrpcDoorComponent();
        component.setHost(host);
        component.setPort(port);
        component.setTlsCertificate(certificate);
        component.setTlsKey(key);
        return component;
    }

    @BindToRegistry
    public ServiceDescriptor queriesService() {
        return QueriesGrpc.getServiceDescriptor();
    }

    @BindToRegistry
    public ServiceDescriptor healthService() {
        return HealthGrpc.getServiceDescriptor();
    }

    /** Lets clients ask what there is, without our proto file. */
    @BindToRegistry
    public BindableService reflection() {
        return ProtoReflectionServiceV1.newInstance();
    }

    /** The same by the name it had before it was stable, which many clients still ask for. */
    @BindToRegistry
    @SuppressWarnings("deprecation") // as old as those clients
    public BindableService oldReflection() {
        return ProtoReflectionService.newInstance();
    }

    @BindToRegistry
    public RpcGate rpcGate() {
        return new RpcGate(new HttpGate(host, tokens, adminTokens));
    }

    @BindToRegistry
    public RpcMessages rpcMessages() {
        return new RpcMessages(new ApiRequestReader(Clock.systemUTC()), new ArrowFrames());
    }
}
