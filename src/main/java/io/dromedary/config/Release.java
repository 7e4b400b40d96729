// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import java.util.Objects;

/** Which Dromedary this is. */
final class Release {

    private Release() {}

    /** Returns the version, {@code dev} outside of a package. */
    static String version() {
        return Objects.requireNonNullElse(Release.class.getPackage().getImplementationVersion(), "dev");
    }
}
