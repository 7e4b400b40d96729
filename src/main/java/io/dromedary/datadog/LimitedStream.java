// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a reply that grows beyond the limit, counted after unpacking. Confined to the thread that reads. */
final class LimitedStream extends FilterInputStream {

    private final long limitBytes;
    private long count;

    LimitedStream(InputStream in, long limitBytes) {
        super(in);
        this.limitBytes = limitBytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            add(1);
        }
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            add(read);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        add(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void add(long bytes) throws IOException {
        count += bytes;
        if (count > limitBytes) {
            throw new ReplyTooLargeException(limitBytes);
        }
    }
}
