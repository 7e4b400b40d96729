// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import static io.dromedary.sandbox.catalog.Recipe.fixed;
import static io.dromedary.sandbox.catalog.Recipe.living;
import static io.dromedary.sandbox.catalog.Row.count;
import static io.dromedary.sandbox.catalog.Row.gauge;
import static io.dromedary.sandbox.catalog.Row.rare;
import static io.dromedary.sandbox.catalog.Row.rate;
import static io.dromedary.sandbox.signal.Pattern.steady;

import java.util.List;
import java.util.stream.Stream;

/** Where the shop keeps things: PostgreSQL, Redis, Kafka. */
final class StoreMetrics {

    private static final double GIB = 1L << 30;

    private StoreMetrics() {}

    static List<Row> rows() {
        return Stream.of(postgresql(), redis(), kafka()).flatMap(List::stream).toList();
    }

    private static List<Row> postgresql() {
        var hosts = Populations.hostsOf("postgres");
        var databases = hosts.by("db", "orders", "payments");
        return List.of(
                gauge(
                        "postgresql.connections",
                        "connection",
                        "Connections",
                        databases,
                        living(64, steady(0.7, 0.1).shaken(2.5))),
                gauge("postgresql.max_connections", "connection", "Connections there may be", hosts.even(), fixed(400)),
                gauge(
                        "postgresql.percent_usage_connections",
                        "fraction",
                        "Connections, as a part of those there may be",
                        hosts.even(),
                        living(0.2, steady(0.6, 0.1).shaken(1.5))),
                rate(
                        "postgresql.commits",
                        "transaction/second",
                        "Transactions committed",
                        databases,
                        living(140, steady(1, 0.2))),
                rate(
                        "postgresql.rollbacks",
                        "transaction/second",
                        "Transactions undone",
                        databases,
                        living(0.4, steady(0.8, 0.3).shaken(30))),
                rate(
                        "postgresql.rows_returned",
                        "row/second",
                        "Rows returned by queries",
                        databases,
                        living(48_000, steady(1, 0.2))),
                rate(
                        "postgresql.rows_fetched",
                        "row/second",
                        "Rows fetched by queries",
                        databases,
                        living(9_000, steady(1, 0.2))),
                rate("postgresql.rows_inserted", "row/second", "Rows inserted", databases, living(90, steady(1, 0.2))),
                rate("postgresql.rows_updated", "row/second", "Rows updated", databases, living(120, steady(1, 0.2))),
                rate(
                        "postgresql.buffer_hit",
                        "hit/second",
                        "Blocks found in the buffer",
                        databases,
                        living(61_000, steady(1, 0.2))),
                rate(
                        "postgresql.disk_read",
                        "read/second",
                        "Blocks read from disk",
                        databases,
                        living(310, steady(1, 0.2))),
                gauge("postgresql.database_size", "byte", "Size on disk", databases, living(84 * GIB, steady(0, 0.01))),
                gauge(
                        "postgresql.locks",
                        "lock",
                        "Locks held",
                        databases,
                        living(18, steady(0.7, 0.3).shaken(9))),
                rare(
                        "postgresql.deadlocks.count",
                        "lock",
                        "Deadlocks",
                        databases,
                        living(2e-5, steady(0, 0).shaken(900))),
                gauge(
                        "postgresql.replication_delay",
                        "second",
                        "How far the replica is behind",
                        hosts,
                        living(0.4, steady(0.3, 0.4).shaken(40))),
                gauge(
                        "postgresql.queries.duration.avg",
                        "millisecond",
                        "Average time of a query",
                        databases,
                        living(3.1, steady(0.2, 0.2).shaken(8))));
    }

    private static List<Row> redis() {
        var hosts = Populations.hostsOf("redis");
        return List.of(
                gauge("redis.net.clients", "connection", "Connected clients", hosts, living(120, steady(0.4, 0.1))),
                gauge("redis.mem.used", "byte", "Memory in use", hosts, living(5 * GIB, steady(0.3, 0.05))),
                gauge("redis.mem.maxmemory", "byte", "Memory there may be in use", hosts.even(), fixed(12 * GIB)),
                gauge(
                        "redis.mem.fragmentation_ratio",
                        "",
                        "Memory taken for each byte in use",
                        hosts.even(),
                        living(1.15, steady(0, 0.05))),
                rate("redis.net.commands", "command/second", "Commands", hosts, living(2_900, steady(1, 0.2))),
                gauge(
                        "redis.net.instantaneous_ops_per_sec",
                        "command/second",
                        "Commands",
                        hosts,
                        living(2_900, steady(1, 0.3))),
                rate("redis.stats.keyspace_hits", "hit/second", "Keys found", hosts, living(2_300, steady(1, 0.2))),
                rate(
                        "redis.stats.keyspace_misses",
                        "miss/second",
                        "Keys not found",
                        hosts,
                        living(210, steady(1, 0.2).shaken(3))),
                rare(
                        "redis.keys.evicted",
                        "key",
                        "Keys thrown out for want of memory",
                        hosts,
                        living(0.001, steady(0, 0.2).shaken(2_000))),
                gauge(
                        "redis.keys",
                        "key",
                        "Keys",
                        hosts.by("redis_db", "db0", "db1"),
                        living(1.4e6, steady(0.1, 0.05))),
                gauge(
                        "redis.info.latency_ms",
                        "millisecond",
                        "Time of a ping",
                        hosts,
                        living(0.35, steady(0.2, 0.3).shaken(12))),
                gauge(
                        "redis.replication.delay",
                        "offset",
                        "How far the replica is behind",
                        hosts,
                        living(12, steady(0.4, 0.5).shaken(40))));
    }

    private static List<Row> kafka() {
        var brokers = Populations.hostsOf("kafka");
        var topics = brokers.by("topic", "orders", "payments", "clicks");
        var consumers = topics.by("consumer_group", "warehouse", "invoicing");
        return List.of(
                rate(
                        "kafka.messages_in.rate",
                        "message/second",
                        "Messages received",
                        topics,
                        living(420, steady(1, 0.2))),
                rate(
                        "kafka.net.bytes_in.rate",
                        "byte/second",
                        "Bytes received",
                        topics,
                        living(380_000, steady(1, 0.2))),
                rate("kafka.net.bytes_out.rate", "byte/second", "Bytes sent", topics, living(900_000, steady(1, 0.2))),
                gauge(
                        "kafka.consumer_lag",
                        "offset",
                        "Messages a consumer group has not seen yet",
                        consumers,
                        living(90, steady(0.8, 0.5).shaken(150))),
                gauge(
                        "kafka.replication.under_replicated_partitions",
                        "",
                        "Partitions with too few replicas",
                        brokers,
                        living(0.05, steady(0, 0.9).shaken(100))),
                gauge(
                        "kafka.request.produce.time.avg",
                        "millisecond",
                        "Average time of a produce request",
                        brokers,
                        living(4.2, steady(0.3, 0.2).shaken(10))),
                count(
                        "kafka.request.fetch.failed.count",
                        "request",
                        "Fetch requests that failed",
                        brokers,
                        living(0.02, steady(0, 0.2).shaken(60))));
    }
}
