// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dromedary.instance.Sources;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import io.dromedary.sandbox.SandboxReply;
import io.dromedary.sandbox.SandboxRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.camel.main.Main;

/**
 * The whole bundle without a door, asked by {@code direct:query-run}, with the embedded Datadog behind it. Close it.
 */
final class SandboxWorld implements AutoCloseable {

    private static final long NOW = 1_795_000_000_000L;

    private final Main main = new Bundle(".", Map.of()).main(false, true);
    private final List<SandboxRequest> requests = new CopyOnWriteArrayList<>();

    @SuppressWarnings("unchecked")
    SandboxWorld() throws Exception {
        main.addOverrideProperty("dromedary.http.port", "0");
        main.start();
        // nobody else asks meanwhile
        main.getCamelContext().getRouteController().stopRoute("health-instances");
        var registry = main.getCamelContext().getRegistry();
        Function<SandboxRequest, SandboxReply> sandbox = registry.lookupByNameAndType("sandboxDatadog", Function.class);
        Function<SandboxRequest, SandboxReply> recording = request -> {
            requests.add(request);
            return sandbox.apply(request);
        };
        registry.unbind("sandboxDatadog");
        registry.bind("sandboxDatadog", recording);
    }

    /** Asks as a panel does, over the same hour each time, with 12 points; returns the answers by refId. */
    Map<String, Answer> panel(String... savedQueries) {
        return panel(Duration.ofHours(1), savedQueries);
    }

    /** Asks as a panel does, over a window of another length. */
    Map<String, Answer> panel(Duration length, String... savedQueries) {
        return ask(length, false, true, savedQueries);
    }

    /** Asks as an alert rule does. */
    Map<String, Answer> alert(String... savedQueries) {
        return ask(Duration.ofHours(1), true, false, savedQueries);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Answer> ask(Duration length, boolean fresh, boolean shown, String... savedQueries) {
        requests.clear();
        var asked = new ArrayList<AskedQuery>();
        for (var saved : savedQueries) {
            var refId = Character.toString('A' + asked.size());
            var json = saved.replace('`', '"').getBytes(UTF_8);
            asked.add(new AskedQuery(refId, "", NOW - length.toMillis(), NOW, 300_000, fresh ? 43_200 : 12, json));
        }
        var exchange = main.getCamelContext().createProducerTemplate().request("direct:query-run", request -> {
            request.getMessage().setBody(new QueryBatch(asked, fresh, shown));
            request.setVariable("settingsSource", Sources.sandbox("sandbox"));
        });
        if (exchange.getException() != null) {
            throw new IllegalStateException(exchange.getException());
        }
        var answers = new LinkedHashMap<String, Answer>();
        ((List<Answer>) exchange.getMessage().getBody(List.class)).forEach(one -> answers.put(one.refId(), one));
        return answers;
    }

    /** Returns the bodies that were sent to a path since the last question began. */
    List<String> sent(String path) {
        return requests.stream()
                .filter(request -> request.path().equals(path))
                .map(request -> new String(request.body(), UTF_8))
                .toList();
    }

    @Override
    public void close() {
        main.stop();
    }
}
