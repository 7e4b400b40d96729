// SPDX-License-Identifier: Apache-2.0
/** What may be typed next: metric names, tag keys, tag values, hosts; ranked and cached. */
@NullMarked
package io.dromedary.autocomplete;

import org.jspecify.annotations.NullMarked;
