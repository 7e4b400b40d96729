// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import com.github.benmanes.caffeine.cache.Cache;
import io.dromedary.instance.Instance;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Replies of the last seconds, for panels that refresh more often than Datadog has news. A reply serves every window of
 * the same length whose end is near the end of its own; what lies outside is clipped later, and the newest points come
 * with the next call. Thread-safe.
 */
public final class RecentReplies {

    /** What makes two calls alike: all that is sent but the time; the instance stands for keys and site. */
    public record Key(long instance, MetricsCall.Question question, Duration interval, Duration length) {

        private static Key of(Instance instance, MetricsCall call) {
            var window = call.window();
            return new Key(
                    instance.id(),
                    call.question(),
                    window.interval(),
                    window.range().length());
        }
    }

    /** A reply, and the end of the window it was asked for. */
    public record Entry(QueryReply reply, Instant to) {}

    /** At most a tenth of a window may lie outside the reply's: a short one would be empty. */
    private static final int SHARE_MISSING = 10;

    private final Cache<Key, Entry> cache;
    private final Duration life;
    private final long maxEntryBytes;

    /**
     * @param cache forgets entries after {@code life}, and weighs them by {@link #weigh}
     * @param life how far apart the ends of two windows may be
     * @param maxEntryBytes larger replies are not kept
     */
    public RecentReplies(Cache<Key, Entry> cache, Duration life, long maxEntryBytes) {
        this.cache = cache;
        this.life = life;
        this.maxEntryBytes = maxEntryBytes;
    }

    /** Returns a reply that is recent enough for the call, or null; always null for a window that wants a fresh one. */
    public @Nullable QueryReply find(Instance instance, MetricsCall call) {
        if (call.window().fresh()) {
            return null;
        }
        var entry = cache.getIfPresent(Key.of(instance, call));
        if (entry == null) {
            return null;
        }
        var range = call.window().range();
        var apart = Duration.between(entry.to(), range.to()).abs();
        var most = range.length().dividedBy(SHARE_MISSING);
        return apart.compareTo(most.compareTo(life) < 0 ? most : life) <= 0 ? entry.reply() : null;
    }

    /** Keeps a reply if it is small, and returns it. */
    public QueryReply keep(Instance instance, MetricsCall call, QueryReply reply) {
        if (reply.sizeBytes() <= maxEntryBytes) {
            cache.put(
                    Key.of(instance, call),
                    new Entry(reply, call.window().range().to()));
        }
        return reply;
    }

    /** Returns about how many bytes an entry takes. */
    public static int weigh(Key key, Entry entry) {
        var bytes = entry.reply().sizeBytes() + 128;
        for (var query : key.question().queries()) {
            bytes += 128 + 2L * query.length();
        }
        for (var formula : key.question().formulas()) {
            bytes += 64 + 2L * formula.text().length();
        }
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
