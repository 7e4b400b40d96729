// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where Datadog's API is: at a site, at a free URL, or embedded. */
record Address(@Nullable Site site, URI apiUrl, boolean sandbox) {

    /** The embedded Datadog. Its URL is never called; {@code .invalid} makes sure of it. */
    static final Address SANDBOX = new Address(null, URI.create("http://sandbox.invalid"), true);

    static Address of(Site site) {
        return new Address(site, site.apiUrl(), false);
    }
}
