// SPDX-License-Identifier: Apache-2.0
/** Data frames as Grafana knows them, and their writers: Arrow, JSON, CSV. Knows nothing else of ours. */
@NullMarked
package io.dromedary.frame;

import org.jspecify.annotations.NullMarked;
