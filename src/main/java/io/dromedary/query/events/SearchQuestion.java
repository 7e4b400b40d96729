// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.query.EventSearch;
import io.dromedary.query.TimeRange;

/**
 * What is searched.
 *
 * @param text as it is sent: variables replaced, filters added
 * @param limit most events wanted
 */
record SearchQuestion(EventSearch search, String text, TimeRange range, boolean ascending, int limit) {}
