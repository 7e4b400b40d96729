// SPDX-License-Identifier: Apache-2.0
/**
 * What every call shares: how it fails, who is to blame, and that nobody waits for it any more. Knows nothing else of
 * ours.
 */
@NullMarked
package io.dromedary.call;

import org.jspecify.annotations.NullMarked;
