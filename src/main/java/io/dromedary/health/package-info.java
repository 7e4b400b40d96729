// SPDX-License-Identifier: Apache-2.0
/** Whether a data source works: keys, site, one probe for each permission that matters. */
@NullMarked
package io.dromedary.health;

import org.jspecify.annotations.NullMarked;
