// SPDX-License-Identifier: Apache-2.0
/**
 * What those who write queries ask for: completion, validation, explanation, and the form of the builder. Joins the
 * language with the lists of metrics and tags. Knows nothing of Camel and of Grafana's protocol.
 */
@NullMarked
package io.dromedary.editor;

import org.jspecify.annotations.NullMarked;
