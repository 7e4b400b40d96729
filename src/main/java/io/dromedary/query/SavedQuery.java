// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** The JSON of a saved query, as the editor writes it. Unknown members are ignored, absent ones are null. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SavedQuery(
        @Nullable String queryType,
        @Nullable Integer version,
        @Nullable Boolean hide,
        @Nullable String query,
        @Nullable String legend) {}
