// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.datadog.DatadogCalls;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.RateBudget;
import io.dromedary.instance.Instance;
import io.dromedary.plugin.Logs;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * The routes of this project with their beans and application.properties, and a Datadog made up by the test:
 * {@code direct:datadog-fetch} is answered by a function. Close it.
 */
public final class RouteWorld implements AutoCloseable {

    private final Main main = new Main();
    private final ExecutorService workers;

    /** What Datadog answers: the value the request's reader would have made. */
    @FunctionalInterface
    public interface Datadog {
        Object answer(DatadogRequest<?> request, Instance instance) throws Exception;
    }

    /**
     * @param workers threads there are for everything
     * @param datadog answers instead of the network; an exception it throws is what the caller sees
     * @param routes folder and file pattern within {@code routes}, for example <code>health/*</code>; several by comma
     */
    public RouteWorld(int workers, Datadog datadog, String routes, Map<String, String> properties) throws Exception {
        this.workers = Executors.newFixedThreadPool(workers);
        // hundreds of lines on each start otherwise
        Logger.getLogger("org.apache.camel").setLevel(Level.WARNING);
        main.setDefaultPropertyPlaceholderLocation("file:application.properties");
        main.bind("workers", this.workers);
        main.bind("logs", Logs.present());
        main.bind("rateBudget", new RateBudget(Clock.systemUTC()));
        properties.forEach(main::addOverrideProperty);
        main.configure().addConfiguration(InstanceBeans.class);
        main.configure().addConfiguration(ResourceBeans.class);
        main.configure().addConfiguration(AutocompleteBeans.class);
        main.configure().addConfiguration(MetadataBeans.class);
        main.configure().addConfiguration(EditorBeans.class);
        main.configure().addConfiguration(QueryBeans.class);
        main.configure().addConfiguration(MetricsBeans.class);
        main.configure().addConfiguration(EventsBeans.class);
        main.configure().addConfiguration(ListsBeans.class);
        main.configure().addConfiguration(TracesBeans.class);
        main.configure().addConfiguration(DdsqlBeans.class);
        main.bind("datadogCalls", new DatadogCalls());
        main.configure().addConfiguration(SelfBeans.class);
        main.configure().addConfiguration(HealthBeans.class);
        main.configure()
                .setRoutesIncludePattern(
                        "file:routes/" + routes.replace(",", ".camel.yaml,file:routes/") + ".camel.yaml");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:datadog-fetch")
                        .errorHandler(noErrorHandler())
                        .routeId("datadog-fetch")
                        .process(exchange -> {
                            var request = exchange.getMessage().getBody(DatadogRequest.class);
                            var instance = exchange.getVariable("instance", Instance.class);
                            exchange.getMessage().setBody(datadog.answer(request, instance));
                        });
            }
        });
        main.start();
    }

    public CamelContext context() {
        return main.getCamelContext();
    }

    public <T> T bean(String name, Class<T> type) {
        return context().getRegistry().lookupByNameAndType(name, type);
    }

    /** Sends an exchange to {@code direct:<route>} and returns it when it has ended. */
    public Exchange send(String route, Object body, Map<String, Object> variables) {
        var exchange = ExchangeBuilder.anExchange(context())
                .withPattern(ExchangePattern.InOut)
                .withBody(body)
                .build();
        variables.forEach(exchange::setVariable);
        return context().createProducerTemplate().send("direct:" + route, exchange);
    }

    @Override
    public void close() {
        main.stop();
        workers.shutdownNow();
    }
}
