// SPDX-License-Identifier: Apache-2.0
/** What is well-formed and still wrong: unknown words, arguments that do not fit, constants without a query. */
@NullMarked
package io.dromedary.metricql.check;

import org.jspecify.annotations.NullMarked;
