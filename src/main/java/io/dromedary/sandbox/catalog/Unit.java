// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

/**
 * A unit as v1 and v2 query replies describe it. The {@code id} is in recordings and in no specification.
 *
 * @param scaleFactor how much of the family's base unit it is, for example 0.001 for a millisecond
 */
public record Unit(int id, String family, String name, String plural, String shortName, double scaleFactor) {}
