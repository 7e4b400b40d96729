// SPDX-License-Identifier: Apache-2.0
/** The vocabulary: functions, aggregators and modifiers with their arguments, and the nearest known word to a typo. */
@NullMarked
package io.dromedary.metricql.language;

import org.jspecify.annotations.NullMarked;
