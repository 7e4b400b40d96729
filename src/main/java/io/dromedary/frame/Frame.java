// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import java.util.List;

/**
 * A table of columns of equal length, as Grafana draws it. No fields at all means: the query has no data.
 *
 * @param name name of the frame, may be empty
 * @param refId the query it answers
 */
public record Frame(String name, String refId, FrameMeta meta, List<Field> fields) {

    public Frame {
        fields = List.copyOf(fields);
        for (var field : fields) {
            if (field.column().size() != fields.get(0).column().size()) {
                throw new IllegalArgumentException("columns of different length in frame " + refId);
            }
        }
    }

    /** Returns the number of rows. */
    public int rows() {
        return fields.isEmpty() ? 0 : fields.get(0).column().size();
    }
}
