// SPDX-License-Identifier: Apache-2.0
package io.dromedary.resource;

/**
 * Something that can be asked for.
 *
 * @param method the HTTP method it takes
 * @param path exact, without a leading slash
 * @param route id of the route that answers: {@code direct:<route>}
 * @param forAdmins whether only those may ask who administer the Grafana that asks
 */
public record Resource(String method, String path, String route, boolean forAdmins) {

    public Resource(String method, String path, String route) {
        this(method, path, route, false);
    }

    /** Returns a resource that is asked by its parameters. */
    public static Resource get(String path, String route) {
        return new Resource("GET", path, route);
    }

    /** Returns one that concerns the whole process: not for everybody who may see a dashboard. */
    public static Resource forAdmins(String method, String path, String route) {
        return new Resource(method, path, route, true);
    }

    /** Returns a resource that is asked by a JSON body. */
    public static Resource post(String path, String route) {
        return new Resource("POST", path, route);
    }
}
