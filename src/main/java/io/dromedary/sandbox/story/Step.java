// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import java.util.List;

/**
 * One part of a request's way through the shop.
 *
 * @param service who does it
 * @param operation the span's {@code operation_name}
 * @param type of the span: {@code web}, {@code sql}, {@code redis} or {@code queue}
 * @param kind {@code server}, {@code client} or {@code producer}
 * @param resource the span's {@code resource_name}
 * @param millis how long it takes without its calls, in the middle of all
 * @param chance that it happens at all, 0 to 1
 * @param calls what it needs others for, one after the other
 */
public record Step(
        String service,
        String operation,
        String type,
        String kind,
        String resource,
        double millis,
        double chance,
        List<Step> calls) {

    public Step {
        calls = List.copyOf(calls);
    }

    /** A request that one of our own services answers. */
    static Step answer(String service, String resource, double millis, Step... calls) {
        return new Step(service, "http.request", "web", "server", resource, millis, 1, List.of(calls));
    }

    static Step sql(String statement, double millis) {
        return new Step("postgres", "postgresql.query", "sql", "client", statement, millis, 1, List.of());
    }

    static Step redis(String command, double millis) {
        return new Step("redis", "redis.command", "redis", "client", command, millis, 1, List.of());
    }

    static Step produce(String topic, double millis) {
        return new Step("kafka", "kafka.produce", "queue", "producer", "Produce Topic " + topic, millis, 1, List.of());
    }

    Step sometimes(double share) {
        return new Step(service, operation, type, kind, resource, millis, share, calls);
    }

    /** Whether it is done by our own code, which writes logs and is deployed. */
    public boolean isOurs() {
        return type.equals("web");
    }

    /** The HTTP method of an answer. */
    public String method() {
        return resource.substring(0, resource.indexOf(' '));
    }

    /** The route of an answer, such as {@code /product/:id}. */
    public String route() {
        return resource.substring(resource.indexOf(' ') + 1);
    }
}
