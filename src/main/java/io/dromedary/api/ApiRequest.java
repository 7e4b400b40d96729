// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import io.dromedary.query.QueryBatch;

/**
 * What was asked over HTTP.
 *
 * @param instance name of a configured instance; empty for the only one
 */
public record ApiRequest(String instance, QueryBatch batch) {}
