// SPDX-License-Identifier: Apache-2.0
package io.dromedary.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How far a source has come, in a file that outlives the process however it ends: the time up to which everything is
 * delivered, and the keys of what was delivered after that time. A key is appended right after its delivery, so that
 * only the one message that was being delivered when the process was killed can come twice. Bounded: {@link #advance}
 * drops the keys that are no longer needed. Thread-safe.
 *
 * <p>The file: {@code at <millis>}, {@code from <millis>}, then a line {@code <millis> <key>} for each delivery. A last
 * line without its end was being written when the process died, and is dropped.
 */
public final class DeliveryJournal implements AutoCloseable {

    private static final String AT = "at ";
    private static final String FROM = "from ";

    private final Path file;
    private final FileChannel lock;
    private final Map<String, Long> delivered = new HashMap<>();
    private long at = Long.MIN_VALUE;
    private long from = Long.MIN_VALUE;
    private FileChannel out;

    private DeliveryJournal(Path file, FileChannel lock) throws IOException {
        this.file = file;
        this.lock = lock;
        if (Files.exists(file)) {
            read(Files.readString(file));
        }
        out = rewrite();
    }

    /**
     * Opens the journal, a new one if there is no such file.
     *
     * @throws IllegalStateException if another process, or another source, uses it, or if it is damaged
     * @throws UncheckedIOException if it cannot be read or written
     */
    public static DeliveryJournal open(Path file) {
        try {
            var absolute = file.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            var lock = FileChannel.open(
                    absolute.resolveSibling(absolute.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (!isLocked(lock)) {
                lock.close();
                throw new IllegalStateException("The offset file " + file + " is in use: give each source its own");
            }
            return opened(absolute, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("The offset file " + file + " cannot be used", e);
        }
    }

    /** One that cannot be read is let go of: it may be mended, and opened again. */
    private static DeliveryJournal opened(Path file, FileChannel lock) throws IOException {
        try {
            return new DeliveryJournal(file, lock);
        } catch (IOException | RuntimeException unreadable) {
            lock.close();
            throw unreadable;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException taken) {
            return false;
        }
    }

    /** Returns the time up to which, exclusive, everything is delivered; nothing for a new journal. */
    public synchronized OptionalLong at() {
        return at == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /** Returns the time before which nothing is wanted: where the source began. */
    public synchronized long from() {
        return from;
    }

    /** Begins at a time: nothing is delivered yet, and nothing before it is wanted. */
    public synchronized void begin(long millis) {
        from = millis;
        advance(millis, Long.MAX_VALUE);
    }

    /** Returns whether the point or line of that {@link Item#key()} was delivered; forgotten ones were not. */
    public synchronized boolean isDelivered(String key) {
        return delivered.containsKey(key);
    }

    /** Notes a delivery. It survives the end of the process from here on. */
    public synchronized void delivered(Item item) {
        if (delivered.put(item.key(), item.millis()) == null) {
            write(out, line(item.millis(), item.key()));
        }
    }

    /**
     * Notes that everything before {@code newAt} is delivered.
     *
     * @param keysFrom keys of deliveries before this time are forgotten: they will not be asked for again
     */
    public synchronized void advance(long newAt, long keysFrom) {
        at = newAt;
        delivered.values().removeIf(millis -> millis < keysFrom);
        try {
            out.close();
            out = rewrite();
        } catch (IOException e) {
            throw new UncheckedIOException("The offset file " + file + " cannot be written", e);
        }
    }

    /** Writes the file anew beside the old one and puts it in its place: there is a whole one at any time. */
    private FileChannel rewrite() throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        var text = new StringBuilder();
        if (at != Long.MIN_VALUE) {
            text.append(AT).append(at).append('\n');
            text.append(FROM).append(from).append('\n');
        }
        delivered.forEach((key, millis) -> text.append(line(millis, key)));
        var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        write(channel, text.toString());
        channel.force(true);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return channel;
    }

    private void read(String text) {
        var lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            try {
                readLine(lines.get(i));
            } catch (NumberFormatException damaged) {
                throw new IllegalStateException(
                        "The offset file " + file + " is damaged in line " + (i + 1) + "; delete it to begin anew",
                        damaged);
            }
        }
    }

    private void readLine(String line) {
        var blank = line.indexOf(' ');
        if (line.startsWith(AT)) {
            at = Long.parseLong(line.substring(AT.length()));
        } else if (line.startsWith(FROM)) {
            from = Long.parseLong(line.substring(FROM.length()));
        } else if (blank > 0) {
            delivered.put(line.substring(blank + 1), Long.parseLong(line.substring(0, blank)));
        }
    }

    private static String line(long millis, String key) {
        return millis + " " + key.replace('\n', ' ').replace('\r', ' ') + "\n";
    }

    private void write(FileChannel channel, String text) {
        try {
            var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The offset file " + file + " cannot be written", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
        lock.close();
    }
}
