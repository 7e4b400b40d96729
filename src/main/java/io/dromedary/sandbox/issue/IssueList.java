// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.issue;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Service;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which errors a service has: one of every day, and one for each service whose trouble reaches it. */
final class IssueList {

    private IssueList() {}

    static List<Issue> of(World world, Service service) {
        var issues = new ArrayList<Issue>();
        issues.add(everyDay(service));
        for (var cause : world.shop().services()) {
            if (cause.equals(service)) {
                issues.add(issue(service, cause.name(), ownType(cause.name()), ownMessage(cause.name())));
            } else if (world.shop().suffering(service.name(), cause.name()) > 0) {
                String type = "shop." + service.name() + ".UpstreamException";
                issues.add(issue(service, cause.name(), type, upstream(world, service, cause)));
            }
        }
        return issues;
    }

    private static Issue everyDay(Service service) {
        return switch (service.name()) {
            case "payment" ->
                issue(service, "", "shop.payment.ProviderException", "payment provider beta answered 502");
            case "search" -> issue(service, "", "shop.search.QueryException", "query is too long");
            default -> issue(service, "", "java.lang.OutOfMemoryError", "Java heap space");
        };
    }

    private static String ownType(String service) {
        return switch (service) {
            case "payment" -> "java.net.SocketTimeoutException";
            case "search" -> "shop.search.IndexException";
            default -> "java.util.concurrent.RejectedExecutionException";
        };
    }

    /** As the logs of its failures say. */
    private static String ownMessage(String service) {
        return switch (service) {
            case "postgres" -> "canceling statement due to statement timeout";
            case "redis" -> "Command timed out after 500 millisecond(s)";
            case "kafka" -> "Expiring 1 record(s) for orders-0: 120 ms has passed since batch creation";
            case "payment" -> "payment provider alpha: read timed out";
            case "search" -> "shard 3 of index products is not available";
            default -> "worker queue is full";
        };
    }

    /** What a caller makes of a failure: {@code checkout failed: payment failed: …}. */
    private static String upstream(World world, Service service, Service cause) {
        for (String called : service.calls()) {
            var next = world.shop().service(called).orElseThrow();
            if (next.equals(cause)) {
                return called + " failed: " + ownMessage(called);
            }
        }
        for (String called : service.calls()) {
            if (world.shop().suffering(called, cause.name()) > 0) {
                return called + " failed: "
                        + upstream(world, world.shop().service(called).orElseThrow(), cause);
            }
        }
        return cause.name() + " failed: " + ownMessage(cause.name());
    }

    private static Issue issue(Service service, String cause, String type, String message) {
        long key = Dice.key(Dice.key(51, service.name()), cause);
        String id = new UUID(key, Dice.key(key, 1)).toString();
        String name =
                Character.toUpperCase(service.name().charAt(0)) + service.name().substring(1);
        String file = "shop/" + service.name() + "/" + name + "Service.java";
        return new Issue(id, service.name(), cause, type, message, file, "handle");
    }
}
