// SPDX-License-Identifier: Apache-2.0
/**
 * What stands between Camel's exchanges and our beans: processors and policies that routes name as steps, the spans
 * they make, and what camel-http is given on the way to Datadog. Which variables an exchange carries is known here and
 * in {@code routes/} only. Nothing of how a query is translated or a call is judged.
 */
@NullMarked
package io.dromedary.step;

import org.jspecify.annotations.NullMarked;
