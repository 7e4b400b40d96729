// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.GeneratedPropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.component.PropertyConfigurerSupport;
import org.jspecify.annotations.Nullable;

/** Sets the component's options without reflection. Camel finds it by {@code META-INF/services}. */
public final class GrpcDoorComponentConfigurer extends PropertyConfigurerSupport
        implements GeneratedPropertyConfigurer, PropertyConfigurerGetter {

    private record Option<T>(
            String name,
            Class<T> type,
            Function<GrpcDoorComponent, @Nullable Object> get,
            BiConsumer<GrpcDoorComponent, T> set) {

        void set(CamelContext context, Object component, Object value) {
            set.accept((GrpcDoorComponent) component, property(context, type, value));
        }
    }

    private final Map<String, Option<?>> options = new TreeMap<>();

    /** Made by Camel. */
    public GrpcDoorComponentConfigurer() {
        add("host", String.class, GrpcDoorComponent::getHost, GrpcDoorComponent::setHost);
        add("port", Integer.class, GrpcDoorComponent::getPort, GrpcDoorComponent::setPort);
        add("tlsCertificate", String.class, GrpcDoorComponent::getTlsCertificate, GrpcDoorComponent::setTlsCertificate);
        add("tlsKey", String.class, GrpcDoorComponent::getTlsKey, GrpcDoorComponent::setTlsKey);
        add(
                "maxInboundMessageSize",
                Integer.class,
                GrpcDoorComponent::getMaxInboundMessageSize,
                GrpcDoorComponent::setMaxInboundMessageSize);
        add(
                "maxInboundMetadataSize",
                Integer.class,
                GrpcDoorComponent::getMaxInboundMetadataSize,
                GrpcDoorComponent::setMaxInboundMetadataSize);
        add("eventLoops", Integer.class, GrpcDoorComponent::getEventLoops, GrpcDoorComponent::setEventLoops);
        add("drainTimeout", Duration.class, GrpcDoorComponent::getDrainTimeout, GrpcDoorComponent::setDrainTimeout);
        add("workers", Executor.class, GrpcDoorComponent::getWorkers, GrpcDoorComponent::setWorkers);
        add(
                "autowiredEnabled",
                Boolean.class,
                GrpcDoorComponent::isAutowiredEnabled,
                GrpcDoorComponent::setAutowiredEnabled);
    }

    private <T> void add(
            String name,
            Class<T> type,
            Function<GrpcDoorComponent, @Nullable Object> get,
            BiConsumer<GrpcDoorComponent, T> set) {
        options.put(name.toLowerCase(Locale.ROOT), new Option<>(name, type, get, set));
    }

    private @Nullable Option<?> find(String name, boolean ignoreCase) {
        var option = options.get(name.toLowerCase(Locale.ROOT));
        return option != null && (ignoreCase || option.name().equals(name)) ? option : null;
    }

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        var option = find(name, ignoreCase);
        if (option == null) {
            return false;
        }
        option.set(context, target, value);
        return true;
    }

    @Override
    public @Nullable Class<?> getOptionType(String name, boolean ignoreCase) {
        var option = find(name, ignoreCase);
        return option == null ? null : option.type();
    }

    @Override
    public @Nullable Object getOptionValue(Object target, String name, boolean ignoreCase) {
        var option = find(name, ignoreCase);
        return option == null ? null : option.get().apply((GrpcDoorComponent) target);
    }
}
