// SPDX-License-Identifier: Apache-2.0
package io.dromedary.resource;

/**
 * Something that can be asked for.
 *
 * @param method the HTTP method it takes
 * @param path exact, without a leading slash
 * @param route id of the route that answers: {@code direct:<route>}
 */
public record Resource(String method, String path, String route) {

    public static Resource get(String path, String route) {
        return new Resource("GET", path, route);
    }

    public static Resource post(String path, String route) {
        return new Resource("POST", path, route);
    }
}
