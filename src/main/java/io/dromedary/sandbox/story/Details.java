// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import java.util.LinkedHashMap;
import java.util.Map;

/** Builds a JSON object by paths, in the order they are put: {@code put("http.status_code", 200)}. */
public final class Details {

    private final Map<String, Object> root = new LinkedHashMap<>();

    /** Puts a value; an object on the way that is not there yet is made. */
    public Details put(String path, Object value) {
        var node = root;
        int start = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
            node = inside(node, path.substring(start, dot));
            start = dot + 1;
        }
        node.put(path.substring(start), value);
        return this;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inside(Map<String, Object> node, String name) {
        return (Map<String, Object>) node.computeIfAbsent(name, missing -> new LinkedHashMap<String, Object>());
    }

    public Map<String, Object> map() {
        return root;
    }
}
