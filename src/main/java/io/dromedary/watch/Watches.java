// SPDX-License-Identifier: Apache-2.0
package io.dromedary.watch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.health.Check;
import io.dromedary.health.CheckSource;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The configured watches: when each is due, what to ask, what its answer means and what is to be told. Thread-safe. */
public final class Watches implements CheckSource {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int POINTS = 100;

    private final Map<String, WatchState> states;
    private final Clock clock;

    public Watches(Map<String, String> properties, WatchProperties reader, Clock clock) {
        states = reader.read(properties);
        this.clock = clock;
    }

    /** Returns the names there are, those configured wrongly included. */
    public List<String> names() {
        return List.copyOf(states.keySet());
    }

    /** Returns the names of those to be asked now; {@link #end} must follow for each. */
    public List<String> due() {
        return states.values().stream()
                .filter(state -> state.begin(clock))
                .map(WatchState::name)
                .toList();
    }

    /** Returns the name of the instance to ask, empty for the only one. */
    public String instance(String name) {
        return watch(name).instance();
    }

    /** Returns the question. */
    public QueryBatch ask(String name) {
        var watch = watch(name);
        var now = clock.millis();
        var asked = new AskedQuery("A", "", now - watch.window().toMillis(), now, 0, POINTS, json(watch));
        return new QueryBatch(List.of(asked), true, false);
    }

    /**
     * Takes the answer in.
     *
     * @throws FailedException if the query failed
     */
    public void answer(String name, List<Answer> answers) {
        var failure =
                answers.stream().map(Answer::failure).filter(Objects::nonNull).findFirst();
        if (failure.isPresent()) {
            throw new FailedException(failure.get());
        }
        var frames =
                answers.stream().flatMap(answer -> answer.frames().stream()).toList();
        state(name).answer(Reading.worst(frames, watch(name).side()), clock.instant());
    }

    /** Keeps why the question was not answered. */
    public void fail(String name, Throwable thrown) {
        state(name).fail(Failure.of(thrown));
    }

    /** Says that a watch has been asked, and may be asked again. */
    public void end(String name) {
        state(name).end();
    }

    /** Returns what is to be told, the oldest first. */
    public List<WatchEvent> events(String name) {
        return state(name).unsent();
    }

    /** Returns an event as JSON. */
    public String json(WatchEvent event) {
        return event.json();
    }

    /** Returns where the events of a watch go. */
    public String to(String name) {
        return watch(name).to();
    }

    /** Notes that an event has arrived, so that it is not sent again. */
    public void sent(String name, WatchEvent event) {
        state(name).sent(event);
    }

    /**
     * Keeps that an event could not be sent; it is tried again when the watch is asked next. The address stays secret.
     */
    public void notSent(String name, Throwable thrown) {
        state(name)
                .notSent("Its events cannot be sent (" + thrown.getClass().getSimpleName() + "); check "
                        + WatchProperties.PREFIX + name + ".to");
    }

    /** Returns the last number, NaN if there is none. */
    public double value(String name) {
        return state(name).value();
    }

    /** Returns 1 while the threshold is passed, 0 otherwise. */
    public double breached(String name) {
        return state(name).breached() ? 1 : 0;
    }

    @Override
    public List<Check> checks() {
        return states.values().stream().map(WatchState::check).toList();
    }

    private static byte[] json(Watch watch) {
        var text = watch.query().startsWith("{")
                ? watch.query()
                : MAPPER.createObjectNode()
                        .put("query", watch.query())
                        .put("format", "scalar")
                        .put("aggregator", watch.aggregator())
                        .toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private WatchState state(String name) {
        return Optional.ofNullable(states.get(name)).orElseThrow();
    }

    private Watch watch(String name) {
        return state(name).watch().orElseThrow();
    }
}
