// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.call.TooLargeException;
import io.dromedary.config.MetricsBeans;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.metadata.MetricMetadata;
import io.dromedary.query.Answer;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsRouteTest extends CamelTestSupport {

    private static final Pattern QUERY = Pattern.compile("\"query\":\"([^\"]*)\"");

    /** The queries of each request that reached the faked {@code direct:datadog-fetch}. */
    private final List<List<String>> asked = new CopyOnWriteArrayList<>();

    private final CountDownLatch stuck = new CountDownLatch(2);
    private final CountDownLatch release = new CountDownLatch(1);

    private final List<String> described = new CopyOnWriteArrayList<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var context = super.createCamelContext();
        var properties = new Properties();
        properties.setProperty("dromedary.query.recent-for", "10s");
        properties.setProperty("dromedary.query.recent-bytes", "16777216");
        properties.setProperty("dromedary.query.recent-entry-bytes", "1048576");
        properties.setProperty("dromedary.query.max-queries-per-call", "8");
        properties.setProperty("dromedary.query.max-call-length", "100000");
        properties.setProperty("dromedary.query.metadata-wait", "500");
        context.getPropertiesComponent().setInitialProperties(properties);
        context.getRegistry().bind("workers", Executors.newFixedThreadPool(4));
        var beans = new MetricsBeans();
        PluginHelper.getBeanPostProcessor(context).postProcessBeforeInitialization(beans, "metricsBeans");
        PluginHelper.getBeanPostProcessor(context).postProcessAfterInitialization(beans, "metricsBeans");
        return context;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                for (var file : List.of("metrics", "metrics-batch", "metrics-plan", "metrics-slos")) {
                    var resource = PluginHelper.getResourceLoader(getContext())
                            .resolveResource("file:routes/query/" + file + ".camel.yaml");
                    PluginHelper.getRoutesLoader(getContext()).loadRoutes(resource);
                }
                from("direct:query-metadata")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> exchange.getMessage()
                                .setBody(metadata(exchange.getMessage().getBody(String.class))));
                from("direct:datadog-fetch")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> exchange.getMessage()
                                .setBody(answer(exchange.getMessage().getBody(DatadogRequest.class))));
            }
        };
    }

    /** Knows that metrics named "hits" are counts. */
    private MetricMetadata metadata(String metric) {
        described.add(metric);
        if (metric.contains("slow")) {
            stuck.countDown();
            awaitRelease();
        }
        return metric.contains("hits")
                ? new MetricMetadata("count", "", "", "")
                : new MetricMetadata("gauge", "", "", "");
    }

    /**
     * Rejects what has a query with "bad", fails otherwise with "down", "vast", "odd" or "bug", and else answers each
     * with a series.
     */
    private MetricsReply answer(DatadogRequest<?> request) {
        var texts = new ArrayList<String>();
        var matcher = QUERY.matcher(String.valueOf(request.body()));
        while (matcher.find()) {
            texts.add(matcher.group(1));
        }
        asked.add(texts);
        if (texts.stream().anyMatch(text -> text.contains("bad"))) {
            throw new FailedException(new Failure(400, Source.DOWNSTREAM, "Rule 'bad' is wrong"));
        }
        if (texts.contains("avg:down{*}")) {
            throw new FailedException(new Failure(503, Source.DOWNSTREAM, "Datadog is down"));
        }
        if (texts.contains("avg:vast{*}")) {
            throw new TooLargeException(new Failure(502, Source.DOWNSTREAM, "Datadog's answer is too large"));
        }
        if (texts.contains("avg:odd{*}")) {
            throw new FailedException(new Failure(422, Source.DOWNSTREAM, "Datadog rejected the request"));
        }
        if (texts.contains("avg:bug{*}")) {
            throw new IllegalStateException("a secret detail");
        }
        var none = MetricsReply.Unit.NONE;
        var series = new ArrayList<MetricsReply.Series>();
        var formulas = String.valueOf(request.body()).split("\"formula\":", -1).length - 1;
        for (var i = 0; i < formulas; i++) {
            series.add(new MetricsReply.Series(List.of(), i, none, none, new double[] {i}));
        }
        return new MetricsReply(new long[] {Panels.NOON.getEpochSecond() * 1_000_000_000}, series);
    }

    @SuppressWarnings("unchecked")
    private List<Answer> answers(QueryGroup group) {
        var instance = Panels.instance();
        var exchange = template.request("direct:query-metrics", request -> {
            request.getMessage().setBody(group);
            request.setVariable("instance", instance);
        });
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(List.class);
    }

    @Test
    void asksOnceForAllQueriesOfAPanel() {
        var answers = answers(Panels.group(Panels.FIVE_MINUTES, "avg:a{*}", "avg:b{*}", "avg:c{*}"));

        assertThat(asked).containsExactly(List.of("avg:a{*}", "avg:b{*}", "avg:c{*}"));
        assertThat(answers).extracting(Answer::refId).containsExactly("A", "B", "C");
        assertThat(answers)
                .extracting(answer -> answer.frames().get(0).name())
                .containsExactly("avg:a{*}", "avg:b{*}", "avg:c{*}");
    }

    @Test
    void failsOnlyTheGuiltyQueryAmongEight() {
        var answers = answers(Panels.group(
                Panels.FIVE_MINUTES,
                "avg:a{*}",
                "avg:b{*}",
                "avg:c{*}",
                "avg:d{*}",
                "avg:e{*}",
                "avg:bad{*}",
                "avg:g{*}",
                "avg:h{*}"));

        assertThat(answers).extracting(Answer::refId).containsExactly("A", "B", "C", "D", "E", "F", "G", "H");
        assertThat(answers)
                .filteredOn(answer -> answer.failure() != null)
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.refId()).isEqualTo("F");
                    assertThat(answer.failure()).isEqualTo(new Failure(400, Source.DOWNSTREAM, "Rule 'bad' is wrong"));
                });
        assertThat(answers)
                .filteredOn(answer -> answer.failure() == null)
                .allSatisfy(answer -> assertThat(answer.frames()).hasSize(1));
        assertThat(asked).as("the whole, then halves around the guilty one").hasSize(7);
    }

    @Test
    void findsEveryGuiltyQuery() {
        var answers = answers(Panels.group(Panels.FIVE_MINUTES, "avg:bad1{*}", "avg:b{*}", "avg:bad2{*}"));

        assertThat(answers).extracting(answer -> answer.failure() == null).containsExactly(false, true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"avg:vast{*}", "avg:odd{*}"})
    void failsOnlyTheQueryWhoseAnswerIsTooMuch(String query) {
        var answers = answers(Panels.group(Panels.FIVE_MINUTES, "avg:a{*}", "avg:b{*}", query, "avg:d{*}"));

        assertThat(answers).extracting(answer -> answer.failure() == null).containsExactly(true, true, false, true);
    }

    @Test
    void answersOtherFailuresWithoutAskingAgain() {
        var answers = answers(Panels.group(Panels.FIVE_MINUTES, "avg:down{*}", "avg:b{*}"));

        assertThat(asked).hasSize(1);
        assertThat(answers)
                .extracting(Answer::failure)
                .containsOnly(new Failure(503, Source.DOWNSTREAM, "Datadog is down"));
    }

    @Test
    void blamesItselfForAnythingUnexpectedWithoutItsDetails() {
        var answers = answers(Panels.group(Panels.FIVE_MINUTES, "avg:bug{*}"));

        assertThat(answers).extracting(Answer::failure).singleElement().satisfies(failure -> {
            assertThat(failure).extracting(Failure::status, Failure::source).containsExactly(500, Source.PLUGIN);
            assertThat(failure).extracting(Failure::text).asString().doesNotContain("secret");
        });
    }

    @Test
    void servesARefreshFromTheRecentReplyButNotAnAlertRule() {
        var instance = Panels.instance();
        var later = Panels.window(Panels.NOON.plusSeconds(5), Panels.NOON.plusSeconds(305), 60);
        var fresh = new Window(later.range(), later.interval(), true);
        for (var window : List.of(Panels.FIVE_MINUTES, later, fresh)) {
            template.request("direct:query-metrics", request -> {
                request.getMessage().setBody(Panels.group(window, "avg:a{*}"));
                request.setVariable("instance", instance);
            });
        }

        assertThat(asked).as("the first window and the fresh one").hasSize(2);
    }

    @Test
    void makesSeveralCallsOfALargePanel() {
        var texts = IntStream.range(0, 20).mapToObj(i -> "avg:m" + i + "{*}").toArray(String[]::new);

        var answers = answers(Panels.group(Panels.FIVE_MINUTES, texts));

        assertThat(asked).extracting(List::size).containsExactlyInAnyOrder(8, 8, 4);
        assertThat(answers)
                .hasSize(20)
                .allSatisfy(answer -> assertThat(answer.frames()).hasSize(1));
        assertThat(answers).extracting(answer -> answer.frames().get(0).name()).containsExactly(texts);
    }

    @Test
    void failsOnlyTheFormulaWithABadQueryAmongGoodOnes() {
        var answers = answers(Panels.group(
                Panels.FIVE_MINUTES, "avg:a{*} / avg:b{*}", "avg:a{*} / avg:bad{*}", "avg:b{*}", "$A + $C"));

        assertThat(answers).extracting(answer -> answer.failure() == null).containsExactly(true, false, true, true);
    }

    @Test
    void sumsCountsAndNothingElse() {
        answers(Panels.group(Panels.FIVE_MINUTES, "sum:hits{*} / sum:load{*}", "avg:hits{*}"));

        assertThat(described).containsExactlyInAnyOrder("hits", "load");
        assertThat(asked).containsExactly(List.of("sum:hits{*}.rollup(sum, 60)", "sum:load{*}", "avg:hits{*}"));
    }

    @Test
    void doesNotWaitForeverForTheTypesOfMetrics() throws Exception {
        try {
            var answers = answers(Panels.group(Panels.FIVE_MINUTES, "sum:slow.one{*} + sum:slow.two{*} + sum:hits{*}"));

            assertThat(stuck.await(10, TimeUnit.SECONDS))
                    .as("both were asked about at once")
                    .isTrue();
            assertThat(answers)
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.failure()).isNull());
            assertThat(asked).singleElement().asList().contains("sum:slow.one{*}", "sum:slow.two{*}");
        } finally {
            release.countDown();
        }
    }

    private void awaitRelease() {
        try {
            assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
