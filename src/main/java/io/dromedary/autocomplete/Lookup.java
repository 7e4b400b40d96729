// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

/**
 * What somebody types, understood and checked.
 *
 * @param instance id of the data source's instance: lists of different instances never mix
 * @param owner what the list belongs to: the metric whose tags, the text of the {@link FacetKey}; empty for others
 * @param tagKey whose values; empty where names or tag keys are asked for
 * @param search text to be found, may be empty
 * @param limit most items wanted
 */
public record Lookup(Subject subject, long instance, String owner, String tagKey, String search, int limit) {

    /** Returns the name of the cache that holds the list. */
    public String cache() {
        return subject.cache();
    }

    /** Returns the key of the list within its cache. */
    public String key() {
        return keyPrefix(instance) + owner;
    }

    /** Returns whether what is found has an id beside its name. */
    boolean isNamed() {
        return subject == Subject.MONITORS || subject == Subject.SLOS || subject == Subject.TESTS;
    }

    /** Returns how the keys of all lists of an instance begin. */
    static String keyPrefix(long instance) {
        return instance + "|";
    }
}
