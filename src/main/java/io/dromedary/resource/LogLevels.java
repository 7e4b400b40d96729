// SPDX-License-Identifier: Apache-2.0
package io.dromedary.resource;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The levels of the log: {@code {"levels":{"":"info","org.apache.camel":"warn"}}}, the empty name for all that has no
 * level of its own. Changes hold until the next start. Thread-safe.
 */
public final class LogLevels {

    private static final int MAX_CHANGES = 100;
    private static final Pattern LOGGER = Pattern.compile("[A-Za-z0-9_.$-]{0,200}");

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Supplier<Map<String, String>> levels;
    private final BiConsumer<String, String> change;

    /** @param change takes a logger's name and a level; throws IllegalArgumentException for one it does not know */
    public LogLevels(Supplier<Map<String, String>> levels, BiConsumer<String, String> change) {
        this.levels = levels;
        this.change = change;
    }

    public ResourceReply list() {
        var root = mapper.createObjectNode();
        var list = root.putObject("levels");
        new TreeMap<>(levels.get()).forEach(list::put);
        return ResourceReply.json(root.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sets the levels that {@code {"levels":{"io.dromedary.api":"debug"}}} names, all or none; others stay.
     *
     * @throws FailedException with status 400 and what to correct
     */
    public ResourceReply change(ResourceRequest request) {
        var wanted = read(request.body());
        var before = levels.get();
        try {
            wanted.forEach(change);
        } catch (IllegalArgumentException unknown) {
            before.forEach(change);
            throw bad(String.valueOf(unknown.getMessage()));
        }
        return list();
    }

    private Map<String, String> read(byte[] body) {
        var wanted = new TreeMap<String, String>();
        try {
            var named = mapper.readTree(body).path("levels");
            if (!named.isObject() || named.isEmpty() || named.size() > MAX_CHANGES) {
                throw bad("Send {\"levels\":{\"<logger>\":\"debug\"}}, with at most " + MAX_CHANGES + " loggers");
            }
            named.fields()
                    .forEachRemaining(
                            entry -> wanted.put(entry.getKey(), entry.getValue().asText("")));
        } catch (IOException notJson) {
            throw bad("The body is not valid JSON");
        }
        if (!wanted.keySet().stream().allMatch(logger -> LOGGER.matcher(logger).matches())) {
            throw bad("A logger's name is letters, digits and dots, at most 200");
        }
        return wanted;
    }

    private static FailedException bad(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
