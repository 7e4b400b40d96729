// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;

/** The words of log lines. */
final class Messages {

    private static final String[] WORDS = {"boots", "tent", "lamp", "stove", "rope", "saddle", "water bag"};

    private Messages() {}

    static String begun(Trace trace, Span span) {
        return switch (span.step().service()) {
            case "cart" -> "Loading cart of customer " + trace.visitor().userId();
            case "search" -> "Searching for \"" + word(trace) + "\"";
            case "checkout" -> "Order " + trace.subject() + ": checking " + items(trace) + " items";
            case "payment" -> "Order " + trace.subject() + ": asking provider " + provider(trace);
            default ->
                "Request " + span.step().method() + " " + trace.path(span.step().route());
        };
    }

    static String failed(Trace trace, Span span, Failure failure) {
        return switch (span.step().service()) {
            case "checkout" -> "Could not place order " + trace.subject() + ": " + failure.message();
            case "payment" -> "Charge of " + amount(trace) + " EUR failed: " + failure.message();
            case "cart" -> "Could not reach cart of customer " + trace.visitor().userId() + ": " + failure.message();
            case "search" -> "Search for \"" + word(trace) + "\" failed: " + failure.message();
            default -> "upstream error while serving " + trace.path(span.step().route()) + ": " + failure.message();
        };
    }

    static String done(Trace trace, Span span) {
        var step = span.step();
        if (step.service().equals("web")) {
            return trace.visitor().address() + " - - \"" + step.method() + " " + trace.path(step.route())
                    + " HTTP/1.1\" " + span.status() + " " + bytes(span) + " "
                    + fraction(span.durationNs() / 1_000_000, 1000);
        }
        if (span.failed()) {
            return step.resource() + " answered " + span.status() + " after " + millis(span) + " ms";
        }
        return switch (step.resource()) {
            case "POST /checkout" ->
                "Order " + trace.subject() + " placed: " + items(trace) + " items, " + amount(trace) + " EUR";
            case "POST /charge" -> "Charged " + amount(trace) + " EUR at provider " + provider(trace);
            case "POST /cart/items" ->
                "Added item " + trace.subject() + " to cart of customer "
                        + trace.visitor().userId();
            case "GET /search" ->
                Dice.below(trace.id() + 11, 90) + " results for \"" + word(trace) + "\" in " + millis(span) + " ms";
            default -> step.resource() + " answered " + span.status() + " in " + millis(span) + " ms";
        };
    }

    static String store(Span span) {
        var failure = span.failure();
        String what = span.step().resource();
        return switch (span.step().service()) {
            case "postgres" ->
                failure == null
                        ? "LOG:  duration: " + millis(span) + " ms  statement: " + what
                        : "ERROR:  " + failure.message() + "  STATEMENT: " + what;
            case "redis" ->
                failure == null ? "# slow command (" + millis(span) + " ms): " + what : "# " + failure.message();
            default ->
                failure == null
                        ? "[ReplicaManager broker=1] slow append to orders-0: " + millis(span) + " ms"
                        : "[ReplicaManager broker=1] Error processing append operation on partition orders-0";
        };
    }

    static long bytes(Span span) {
        return 800L + Dice.below(span.id() + 12, 40_000);
    }

    static int items(Trace trace) {
        return 1 + Dice.below(trace.id() + 13, 5);
    }

    /** In euro. */
    static double total(Trace trace) {
        return Math.round((5 + 120 * Dice.unit(trace.id() + 14)) * 100) / 100.0;
    }

    private static String amount(Trace trace) {
        return fraction(Math.round(total(trace) * 100), 100);
    }

    /** A number of thousandths or hundredths as a text. Much faster than a format, and there is one in most lines. */
    private static String fraction(long parts, int unit) {
        return parts / unit + "." + Long.toString(unit + parts % unit).substring(1);
    }

    private static String provider(Trace trace) {
        return Dice.unit(trace.id() + 15) < 0.6 ? "alpha" : "beta";
    }

    private static String word(Trace trace) {
        return WORDS[Dice.below(trace.id() + 16, WORDS.length)];
    }

    private static long millis(Span span) {
        return span.durationNs() / 1_000_000;
    }
}
