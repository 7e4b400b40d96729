// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a data source is configured with, checked and complete.
 *
 * @param site the Datadog site, or null when a free URL or the sandbox is used
 * @param apiUrl root of the API, without a trailing slash; of no use for the sandbox
 * @param sandbox whether the embedded Datadog answers; there are no keys then
 * @param timeout longest wait for one answer of Datadog
 * @param whenLimited what a call does that a rate limit does not allow
 * @param appUrl where links to Datadog's own pages lead, without a trailing slash; null for no links
 */
public record Settings(
        @Nullable Site site,
        URI apiUrl,
        boolean sandbox,
        Secret apiKey,
        Secret appKey,
        Duration timeout,
        Tls tls,
        WhenLimited whenLimited,
        @Nullable URI appUrl) {

    /** Makes settings that wait for rate limits, and whose links lead to the pages of the site, where there is one. */
    public Settings(
            @Nullable Site site, URI apiUrl, boolean sandbox, Secret apiKey, Secret appKey, Duration timeout, Tls tls) {
        this(
                site,
                apiUrl,
                sandbox,
                apiKey,
                appKey,
                timeout,
                tls,
                WhenLimited.WAIT,
                site == null ? null : site.appUrl());
    }
}
