// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import io.dromedary.health.Check;
import io.dromedary.health.CheckSource;
import java.util.List;
import java.util.Map;

/** Whether all files of {@code dromedary.instances.directory} are good. */
public final class InstanceFilesHealth implements CheckSource {

    private final InstanceDirectory files;

    public InstanceFilesHealth(InstanceDirectory files) {
        this.files = files;
    }

    @Override
    public List<Check> checks() {
        var problems = files.problems();
        return List.of(Check.of(
                "files-instances",
                "files",
                problems.isEmpty(),
                problems.isEmpty()
                        ? "All files of instances are good"
                        : "Files of instances are not used, their instances stay as they were: "
                                + String.join(", ", problems.keySet()),
                Map.copyOf(problems)));
    }
}
