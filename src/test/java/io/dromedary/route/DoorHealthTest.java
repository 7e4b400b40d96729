// SPDX-License-Identifier: Apache-2.0
package io.dromedary.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.health.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class DoorHealthTest {

    @Test
    void theHttpDoorIsShutUntilItsRoutesRun() throws Exception {
        try (var context = new DefaultCamelContext()) {
            var doors = new DoorHealth(context);
            assertThat(doors.checks()).extracting(Check::id, Check::state).containsExactly(shut());

            context.start();
            assertThat(doors.checks()).extracting(Check::id, Check::state).containsExactly(shut());
        }
    }

    @Test
    void everyRoomOfOurRoutesIsKnownAsOurs() throws IOException {
        try (var files = Files.walk(Path.of("routes"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".camel.yaml")))
                    .isNotEmpty()
                    .allMatch(file -> OwnRoutes.include(location(file)));
        }
        assertThat(OwnRoutes.include(location(Path.of("routes", "own", "orders.camel.yaml"))))
                .isFalse();
        assertThat(OwnRoutes.include(location(Path.of("routes", "orders.camel.yaml"))))
                .isFalse();
    }

    private static Resource location(Path file) {
        return ResourceHelper.fromString("file:" + file.toAbsolutePath(), "");
    }

    private static Tuple shut() {
        return Tuple.tuple("door-http", Check.State.DOWN);
    }
}
