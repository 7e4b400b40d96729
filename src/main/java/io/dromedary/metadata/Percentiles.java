// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metadata;

/** Whether a distribution has percentiles, as its tag configuration tells. */
public enum Percentiles {
    NOT_ASKED,
    ENABLED,
    DISABLED,
    /** Datadog was asked, and does not tell: there is no configuration, or the key may not read it. */
    UNTOLD
}
