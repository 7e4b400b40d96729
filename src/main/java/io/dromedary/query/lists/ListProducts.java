// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The products there are lists of. A further one is a row in one of the tables named here; the paths, parameters and
 * members are those of Datadog's API reference, August 2026.
 */
final class ListProducts {

    private static final Map<String, ListProduct> BY_TYPE = Stream.of(
                    ReliabilityLists.PRODUCTS,
                    ExperienceLists.PRODUCTS,
                    InfrastructureLists.PRODUCTS,
                    AccountLists.PRODUCTS)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(ListProduct::queryType, Function.identity()));

    private ListProducts() {}

    static ListProduct named(String queryType) {
        var product = BY_TYPE.get(queryType);
        if (product == null) {
            throw new FailedException(Failure.bug("There is no list of " + queryType));
        }
        return product;
    }
}
