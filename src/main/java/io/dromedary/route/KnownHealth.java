// SPDX-License-Identifier: Apache-2.0
package io.dromedary.route;

import io.dromedary.health.Check;
import io.dromedary.health.CheckSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.impl.health.ConsumersHealthCheckRepository;
import org.apache.camel.impl.health.RoutesHealthCheckRepository;
import org.apache.camel.util.AntPathMatcher;

/**
 * Shows Camel what the {@link CheckSource}s know: each check of theirs is one of Camel's health checks. So are Camel's
 * own checks of routes and their consumers, which by themselves would take a whole process out of service for one route
 * that cannot start. None decides on liveness, as a restart helps none of them; on readiness those do that a setting
 * names.
 */
public final class KnownHealth implements HealthCheckRepository {

    /** Camel's word for it. */
    private static final String EVEN_THE_GOOD = "full";

    private final CamelContext context;
    private final List<String> readyWhen;
    private final RoutesHealthCheckRepository routes = new RoutesHealthCheckRepository();
    private final ConsumersHealthCheckRepository consumers = new ConsumersHealthCheckRepository();
    private boolean enabled = true;

    /** @param readyWhen patterns of the ids that decide on readiness, separated by commas */
    public KnownHealth(CamelContext context, String readyWhen) {
        this.context = context;
        routes.setCamelContext(context);
        consumers.setCamelContext(context);
        this.readyWhen = Stream.of(readyWhen.split(",")).map(String::strip).toList();
    }

    @Override
    public String getId() {
        return "dromedary";
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public Stream<HealthCheck> stream() {
        Stream<HealthCheck> known = context.getRegistry().findByType(CheckSource.class).stream()
                .flatMap(source -> source.checks().stream())
                .map(check -> new KnownCheck(check, isForReadiness(check.id())));
        Stream<HealthCheck> camels = Stream.concat(routes.stream(), consumers.stream())
                .map(check -> new CamelsCheck(check, isForReadiness(check.getId())));
        return Stream.concat(known, camels);
    }

    /** Returns all checks, Camel's own included, for people. */
    public List<Check> all() {
        return HealthCheckHelper.invoke(context, EVEN_THE_GOOD).stream()
                .map(KnownHealth::check)
                .toList();
    }

    private boolean isForReadiness(String id) {
        return readyWhen.stream().anyMatch(pattern -> AntPathMatcher.INSTANCE.match(pattern, id));
    }

    private static Check check(HealthCheck.Result result) {
        if (result.getCheck() instanceof KnownCheck known) {
            return known.check;
        }
        return new Check(
                result.getCheck().getId(),
                result.getCheck().getGroup(),
                Check.State.valueOf(result.getState().name()),
                result.getMessage().orElse(""),
                Map.of());
    }

    /** A check that decides on readiness if it is told to, and on liveness never. */
    private abstract static class HarmlessCheck extends AbstractHealthCheck {

        private final boolean readiness;

        HarmlessCheck(String group, String id, boolean readiness) {
            super(group, id);
            this.readiness = readiness;
        }

        @Override
        public boolean isReadiness() {
            return readiness;
        }

        @Override
        public boolean isLiveness() {
            return false;
        }
    }

    private static final class KnownCheck extends HarmlessCheck {

        private final Check check;

        KnownCheck(Check check, boolean readiness) {
            super(check.group(), check.id(), readiness);
            this.check = check;
        }

        @Override
        protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
            builder.state(HealthCheck.State.valueOf(check.state().name()))
                    .message(check.text())
                    .details(check.details());
        }
    }

    private static final class CamelsCheck extends HarmlessCheck {

        private final HealthCheck check;

        CamelsCheck(HealthCheck check, boolean readiness) {
            super(check.getGroup(), check.getId(), readiness);
            this.check = check;
        }

        @Override
        protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
            var result = check.call(options);
            builder.state(result.getState())
                    .message(result.getMessage().orElse(""))
                    .details(result.getDetails());
        }
    }
}
