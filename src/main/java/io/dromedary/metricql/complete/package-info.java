// SPDX-License-Identifier: Apache-2.0
/** What may stand at a cursor, in finished, unfinished and multi-line text. */
@NullMarked
package io.dromedary.metricql.complete;

import org.jspecify.annotations.NullMarked;
