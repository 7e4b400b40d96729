// SPDX-License-Identifier: Apache-2.0
/** How texts are compared. Knows nothing else. */
@NullMarked
package io.dromedary.sandbox.text;

import org.jspecify.annotations.NullMarked;
