// SPDX-License-Identifier: Apache-2.0
/**
 * What is counted and timed, for Prometheus: at {@code /observe/metrics}, and through Grafana. Knows Micrometer, and
 * nothing of Camel or of queries.
 */
@NullMarked
package io.dromedary.observe;

import org.jspecify.annotations.NullMarked;
