// SPDX-License-Identifier: Apache-2.0
package io.dromedary.pipeline;

/**
 * One message of a source.
 *
 * @param key the same for the same point or line each time it is asked for, and different from all others
 * @param millis when it was measured or written, since 1970
 * @param json what the pipeline gets: a JSON object
 */
public record Item(String key, long millis, String json) {}
