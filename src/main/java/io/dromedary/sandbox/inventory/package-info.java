// SPDX-License-Identifier: Apache-2.0
/** What runs on the shop's hosts: containers and processes. Knows nothing of the Datadog API. */
@NullMarked
package io.dromedary.sandbox.inventory;

import org.jspecify.annotations.NullMarked;
