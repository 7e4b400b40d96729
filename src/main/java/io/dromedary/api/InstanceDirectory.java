// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import io.dromedary.instance.SettingsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Instances in a directory, one file each, read again when a file changed. A broken file leaves its instance as it was
 * before and is told of in the log and by {@link #problems}; a file that is gone takes its instance along. Thread-safe.
 */
public final class InstanceDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceDirectory.class);
    private static final int MAX_FILES = 1000;

    private final @Nullable Path directory;
    private final Map<String, SettingsSource> configured;
    private final ConfiguredInstances instances;
    private final InstanceFile reader;
    private Map<String, Seen> seen = Map.of();

    /**
     * A file as it was read last.
     *
     * @param source what it gave, or what an earlier state of it gave, null if none was ever good
     * @param problem empty if it is good
     */
    private record Seen(Stamp stamp, @Nullable SettingsSource source, String problem) {}

    private record Stamp(FileTime changed, long size) {}

    /**
     * Takes a directory; {@link #refresh} reads it.
     *
     * @param directory empty for none
     * @param configured instances of application.properties, which no file replaces
     * @param instances get what is found
     */
    public InstanceDirectory(
            String directory,
            Map<String, SettingsSource> configured,
            ConfiguredInstances instances,
            InstanceFile reader) {
        this.directory = directory.isBlank() ? null : Path.of(directory.strip());
        this.configured = Map.copyOf(configured);
        this.instances = instances;
        this.reader = reader;
    }

    /** Reads what changed since the last time. */
    public synchronized void refresh() {
        if (directory == null) {
            return;
        }
        var now = new TreeMap<String, Seen>();
        for (var file : files(directory)) {
            var name = file.getFileName().toString();
            var after = look(file, seen.get(name));
            now.put(name, after);
        }
        if (!now.equals(seen)) {
            seen = now;
            instances.replace(all());
        }
    }

    /** Returns what is wrong with files, by their names, free of secrets. */
    public synchronized SortedMap<String, String> problems() {
        var problems = new TreeMap<String, String>();
        seen.forEach((name, file) -> {
            if (!file.problem().isEmpty()) {
                problems.put(name, file.problem());
            }
        });
        return problems;
    }

    private static List<Path> files(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> InstanceFile.NAME
                            .matcher(file.getFileName().toString())
                            .matches())
                    .sorted()
                    .limit(MAX_FILES)
                    .toList();
        } catch (IOException gone) {
            LOG.debug("{} cannot be listed", directory, gone);
            return List.of();
        }
    }

    private Seen look(Path file, @Nullable Seen before) {
        var stamp = stamp(file);
        if (before != null && before.stamp().equals(stamp)) {
            return before;
        }
        try {
            var source = read(file);
            LOG.info("Instance {} is as {} has it", InstanceFile.instance(file), file.getFileName());
            return new Seen(stamp, source, "");
        } catch (IllegalArgumentException broken) {
            var kept = before == null ? null : before.source();
            LOG.warn(
                    "{} is not used{}: {}",
                    file.getFileName(),
                    kept == null ? "" : ", the instance stays as it was",
                    broken.getMessage());
            return new Seen(stamp, kept, String.valueOf(broken.getMessage()));
        }
    }

    private SettingsSource read(Path file) {
        if (configured.containsKey(InstanceFile.instance(file))) {
            throw new IllegalArgumentException("application.properties has an instance of the same name");
        }
        return reader.read(file);
    }

    /** What a file was last: links are followed, as mounted configurations are links. */
    private static Stamp stamp(Path file) {
        try {
            return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException gone) {
            return new Stamp(FileTime.fromMillis(0), -1);
        }
    }

    private Map<String, SettingsSource> all() {
        var all = new HashMap<>(configured);
        seen.values().forEach(file -> {
            var source = file.source();
            if (source != null) {
                all.putIfAbsent(source.name(), source);
            }
        });
        return all;
    }
}
