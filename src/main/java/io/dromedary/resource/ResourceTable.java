// SPDX-License-Identifier: Apache-2.0
package io.dromedary.resource;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All there is to ask for. Paths are compared letter by letter: what is not in the table, however it is spelled, leads
 * nowhere. Immutable.
 */
public final class ResourceTable {

    private final SortedMap<String, List<Resource>> byPath;

    public ResourceTable(Collection<Resource> resources) {
        byPath = resources.stream().collect(groupingBy(Resource::path, TreeMap::new, toList()));
    }

    /**
     * Returns what answers the request.
     *
     * @throws FailedException 404 for an unknown path, {@link MethodNotAllowedException} for a known one, 403 for what
     *     is not for the caller
     */
    public Resource find(ResourceRequest request) {
        var resource = named(request);
        if (resource.forAdmins() && !request.isByAdmin()) {
            throw new FailedException(new Failure(
                    403, Source.PLUGIN, "This needs the role Admin in the Grafana organisation of the data source"));
        }
        return resource;
    }

    private Resource named(ResourceRequest request) {
        var resources = byPath.get(request.path());
        if (resources == null) {
            throw new FailedException(new Failure(
                    404, Source.PLUGIN, "No such resource. There are " + String.join(", ", byPath.keySet())));
        }
        return resources.stream()
                .filter(resource -> resource.method().equals(request.method()))
                .findFirst()
                .orElseThrow(() -> new MethodNotAllowedException(
                        resources.stream().map(Resource::method).sorted().collect(joining(", "))));
    }

    /** Returns the routes that must exist. */
    public List<String> routes() {
        return byPath.values().stream()
                .flatMap(List::stream)
                .map(Resource::route)
                .distinct()
                .toList();
    }
}
