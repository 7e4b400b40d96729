// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hosts that are reached without a proxy, as {@code NO_PROXY} lists them: {@code *} for all; {@code example.com}
 * with its subdomains, {@code .example.com} for the subdomains only; addresses and CIDR ranges; each with a port or
 * not.
 */
final class NoProxy {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?");

    private final List<String> entries;

    private NoProxy(List<String> entries) {
        this.entries = entries;
    }

    static NoProxy parse(String list) {
        return new NoProxy(Arrays.stream(list.split(",", -1))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    boolean covers(String host, int port) {
        var name = bare(host.toLowerCase(Locale.ROOT));
        var address = literal(name);
        if (name.equals("localhost")
                || address.filter(InetAddress::isLoopbackAddress).isPresent()) {
            return true;
        }
        return entries.stream().anyMatch(entry -> covers(entry, name, address, port));
    }

    private static boolean covers(String entry, String name, Optional<InetAddress> address, int port) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.contains("/")) {
            return address.filter(candidate -> isInRange(entry, candidate)).isPresent();
        }
        var wanted = entry;
        int colon = entry.lastIndexOf(':');
        boolean hasPort = colon > 0 && literal(entry).isEmpty();
        if (hasPort) {
            if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
                return false;
            }
            wanted = entry.substring(0, colon);
        }
        if (address.isPresent()) {
            return literal(bare(wanted)).equals(address);
        }
        var domain = wanted.startsWith("*.") ? wanted.substring(1) : wanted;
        return domain.startsWith(".") ? name.endsWith(domain) : name.equals(domain) || name.endsWith("." + domain);
    }

    private static boolean isInRange(String range, InetAddress candidate) {
        int slash = range.indexOf('/');
        var network = literal(range.substring(0, slash));
        if (network.isEmpty() || network.get().getAddress().length != candidate.getAddress().length) {
            return false;
        }
        try {
            int bits = candidate.getAddress().length * 8;
            int rest = bits - Integer.parseInt(range.substring(slash + 1));
            return rest >= 0 && rest <= bits && prefix(network.get(), rest).equals(prefix(candidate, rest));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static BigInteger prefix(InetAddress address, int rest) {
        return new BigInteger(1, address.getAddress()).shiftRight(rest);
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Only what is an address already: no name is ever looked up here. */
    private static Optional<InetAddress> literal(String host) {
        if (!LITERAL.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
