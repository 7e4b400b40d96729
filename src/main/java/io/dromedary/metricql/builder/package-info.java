// SPDX-License-Identifier: Apache-2.0
/** A query as a form can hold it, and the way there and back. */
@NullMarked
package io.dromedary.metricql.builder;

import org.jspecify.annotations.NullMarked;
