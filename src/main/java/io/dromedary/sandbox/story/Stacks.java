// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

/** Stack traces of failures. */
final class Stacks {

    private Stacks() {}

    static String of(Span span, Failure failure) {
        String service = span.step().service();
        String type = Character.toUpperCase(service.charAt(0)) + service.substring(1);
        String head = failure.kind() + ": " + failure.message();
        String own = "\n\tat shop." + service + "." + type + "Service.handle(" + type + "Service.java:"
                + (40 + service.length() * 7) + ")"
                + "\n\tat shop." + service + "." + type + "Controller.invoke(" + type + "Controller.java:31)"
                + "\n\tat java.base/java.lang.Thread.run(Thread.java:1583)";
        return failure.caught()
                ? head + own + "\nCaused by: " + failure.message() + "\n\tat shop.rpc.Call.await(Call.java:118)"
                : head + own;
    }
}
