// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.world.World;
import java.util.List;
import java.util.stream.Stream;

/** All endpoints of this package. */
public final class ListEndpoints {

    private ListEndpoints() {}

    public static List<Endpoint> all(World world, Catalog catalog) {
        return Stream.<List<Endpoint>>of().flatMap(List::stream).toList();
    }
}
