// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.health.Check;
import org.apache.camel.impl.DefaultCamelContext;
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

    private static Tuple shut() {
        return Tuple.tuple("door-http", Check.State.DOWN);
    }
}
