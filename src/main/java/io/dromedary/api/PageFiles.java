// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The first page and what it loads, for people with a browser and without Grafana. Thread-safe. */
public final class PageFiles {

    static final String ROOT = "/page/";

    /** What a browser may load and do: only what comes from here. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String INDEX = "index.html";
    private static final List<String> STYLES = List.of("page.css", "uPlot.min.css");
    private static final List<String> SCRIPTS = List.of(
            "answer.js",
            "chart.js",
            "completer.js",
            "door.js",
            "element.js",
            "explanation.js",
            "field.js",
            "frames.js",
            "kinds.js",
            "main.js",
            "uPlot.iife.min.js");

    /** Read with the first request, not at the start. */
    private static final class Files {
        static final Map<String, ApiReply> BY_NAME = all();
    }

    public ApiReply index() {
        return Objects.requireNonNull(Files.BY_NAME.get(INDEX));
    }

    /**
     * Returns what the page loads.
     *
     * @param path of the request, below {@code /page/}
     * @throws FailedException with status 404 for anything else
     */
    public ApiReply file(String path) {
        var file = path.startsWith(ROOT) ? Files.BY_NAME.get(path.substring(ROOT.length())) : null;
        if (file == null) {
            throw new FailedException(Failure.notFound("The page has no such file"));
        }
        return file;
    }

    private static Map<String, ApiReply> all() {
        var files = new HashMap<String, ApiReply>();
        files.put(INDEX, read(INDEX, "text/html; charset=utf-8"));
        STYLES.forEach(name -> files.put(name, read(name, "text/css; charset=utf-8")));
        SCRIPTS.forEach(name -> files.put(name, read(name, "text/javascript; charset=utf-8")));
        return files;
    }

    private static ApiReply read(String name, String type) {
        try (var stream = Objects.requireNonNull(PageFiles.class.getResourceAsStream(ROOT + name), name)) {
            return ApiReply.page(type, stream.readAllBytes(), POLICY);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
