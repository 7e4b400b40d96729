// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.io.IOException;

/** A reply has more bytes, once unpacked, than are accepted. */
final class ReplyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    ReplyTooLargeException(long limitBytes) {
        super("more than " + limitBytes + " bytes");
    }
}
