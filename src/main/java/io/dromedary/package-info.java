// SPDX-License-Identifier: Apache-2.0
/** Starts Dromedary; everything it does is in the packages below and in {@code routes/}. */
@NullMarked
package io.dromedary;

import org.jspecify.annotations.NullMarked;
