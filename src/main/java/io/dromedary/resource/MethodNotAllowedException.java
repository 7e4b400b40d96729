// SPDX-License-Identifier: Apache-2.0
package io.dromedary.resource;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;

/** The resource is there, but not for this method: status 405. */
public final class MethodNotAllowedException extends FailedException {

    private static final long serialVersionUID = 1L;

    private final String allowed;

    /** @param allowed the methods there are, as the header {@code Allow} lists them */
    public MethodNotAllowedException(String allowed) {
        super(new Failure(405, Source.PLUGIN, "This resource takes " + allowed + " only"));
        this.allowed = allowed;
    }

    public String allowed() {
        return allowed;
    }
}
