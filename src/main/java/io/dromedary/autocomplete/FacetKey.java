// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.product.EventProduct;

/**
 * Which facets are listed.
 *
 * @param facet whose values are listed; empty where the facets themselves are
 * @param search what the events must have, may be empty
 */
record FacetKey(EventProduct product, String facet, String search) {

    private static final char BETWEEN = '|';

    FacetKey {
        if (facet.indexOf(BETWEEN) >= 0 || facet.chars().anyMatch(Character::isISOControl)) {
            throw new FailedException(Failure.badRequest("Parameter facet is not the name of a facet"));
        }
    }

    /** Returns the text by which a cache knows the list. */
    String text() {
        return product.name() + BETWEEN + facet + BETWEEN + search;
    }

    static FacetKey parse(String text) {
        var parts = text.split("\\|", 3);
        return new FacetKey(EventProduct.valueOf(parts[0]), parts[1], parts[2]);
    }
}
