// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import io.dromedary.sandbox.signal.Reading;
import java.util.SortedMap;

/**
 * A metric from one source.
 *
 * @param tags by key
 */
public record Series(SortedMap<String, String> tags, Reading reading) {}
