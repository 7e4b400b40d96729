// SPDX-License-Identifier: Apache-2.0
/**
 * What a dashboard, an alert rule or a pipeline asks, and how it is planned. Products are reached by route, never by
 * class.
 */
@NullMarked
package io.dromedary.query;

import org.jspecify.annotations.NullMarked;
