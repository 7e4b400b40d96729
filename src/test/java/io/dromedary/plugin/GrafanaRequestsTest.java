// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.util.JsonFormat;
import io.dromedary.proto.goplugin.GoPluginProto;
import io.dromedary.proto.pluginv2.PluginV2Proto;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Reads requests that real Grafanas sent, where a directory of recordings is at hand. */
class GrafanaRequestsTest {

    private static final Path RECORDINGS = Path.of(System.getProperty("dromedary.recordings", "../shared/vectors"));

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void areUnderstoodToTheLastField() throws Exception {
        assumeThat(RECORDINGS).as("recorded requests").isDirectory();
        try (var files = Files.walk(RECORDINGS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json")))
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        var recording = json.readTree(file.toFile());
                        var method = method(recording.get("rpc").asText());

                        // fails for a field the description does not have
                        var message = DynamicMessage.newBuilder(method.getInputType());
                        JsonFormat.parser().merge(recording.get("message").toString(), message);

                        // and the way back loses nothing, whatever its order
                        JsonNode again = json.readTree(JsonFormat.printer().print(message));
                        assertThat(again).isEqualTo(recording.get("message"));
                    });
        }
    }

    private static MethodDescriptor method(String name) {
        return PluginV2Proto.getDescriptor().getServices().stream()
                .flatMap(service -> service.getMethods().stream())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void reachServicesByTheirFullNames() {
        assertThat(PluginV2Proto.getDescriptor().getServices())
                .extracting(service -> service.getFullName())
                .containsExactlyInAnyOrder(
                        "pluginv2.AdmissionControl",
                        "pluginv2.Data",
                        "pluginv2.Diagnostics",
                        "pluginv2.Resource",
                        "pluginv2.ResourceConversion",
                        "pluginv2.Stream");
        assertThat(GoPluginProto.getDescriptor().getServices().get(0).getFullName())
                .isEqualTo("plugin.GRPCController");
    }
}
