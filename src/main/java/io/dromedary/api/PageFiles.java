// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of the first page, as they are in the jar. Immutable. */
public final class PageFiles {

    static final String ROOT = "/page/";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("index.html", "text/html; charset=utf-8"),
            Map.entry("page.css", STYLE),
            Map.entry("answer.js", SCRIPT),
            Map.entry("chart.js", SCRIPT),
            Map.entry("completer.js", SCRIPT),
            Map.entry("door.js", SCRIPT),
            Map.entry("element.js", SCRIPT),
            Map.entry("explanation.js", SCRIPT),
            Map.entry("field.js", SCRIPT),
            Map.entry("frames.js", SCRIPT),
            Map.entry("main.js", SCRIPT),
            Map.entry("uPlot.iife.min.js", SCRIPT),
            Map.entry("uPlot.min.css", STYLE));

    private final Map<String, PageFile> files = new TreeMap<>();

    /** @throws IllegalStateException if the jar lacks one of them */
    public PageFiles() {
        TYPES.forEach((name, type) -> files.put(name, read(name, type)));
    }

    /**
     * One file, or the word that the browser has it already.
     *
     * @param status 200, or 304 without a body
     * @param tag of these bytes, without the quotes of an entity tag
     */
    public record PageFile(int status, String type, String tag, byte[] body) {

        PageFile unchanged() {
            return new PageFile(304, type, tag, new byte[0]);
        }
    }

    /**
     * Returns a file.
     *
     * @param known the header If-None-Match: tags of what the browser has
     * @throws FailedException with status 404 for anything else
     */
    public PageFile file(String name, @Nullable String known) {
        var file = files.get(name);
        if (file == null) {
            throw new FailedException(new Failure(404, Source.PLUGIN, "The page has no such file"));
        }
        return known != null && known.contains(file.tag()) ? file.unchanged() : file;
    }

    private static PageFile read(String name, String type) {
        try (var stream = PageFiles.class.getResourceAsStream(ROOT + name)) {
            if (stream == null) {
                throw new IllegalStateException("The jar lacks the page's " + name);
            }
            var body = stream.readAllBytes();
            return new PageFile(200, type, tag(body), body);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String tag(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
