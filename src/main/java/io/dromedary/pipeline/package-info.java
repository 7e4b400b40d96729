// SPDX-License-Identifier: Apache-2.0
/**
 * What pipelines need beside a query: messages made of answers, the place where a source goes on after a restart, and
 * what is submitted to Datadog. Knows nothing of Camel.
 */
@NullMarked
package io.dromedary.pipeline;

import org.jspecify.annotations.NullMarked;
