// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

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
import org.apache.camel.util.AntPathMatcher;

/**
 * Shows Camel what the {@link CheckSource}s know: each check of theirs is one of Camel's health checks. They never
 * decide on liveness, as a restart helps none of them; on readiness those do that a setting names.
 */
final class KnownHealth implements HealthCheckRepository {

    /** Camel's word for it. */
    private static final String EVEN_THE_GOOD = "full";

    private final CamelContext context;
    private final List<String> readyWhen;
    private boolean enabled = true;

    /** @param readyWhen patterns of the ids that decide on readiness, separated by commas */
    KnownHealth(CamelContext context, String readyWhen) {
        this.context = context;
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
        return context.getRegistry().findByType(CheckSource.class).stream()
                .flatMap(source -> source.checks().stream())
                .map(check -> new KnownCheck(check, isForReadiness(check.id())));
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

    private static final class KnownCheck extends AbstractHealthCheck {

        private final Check check;
        private final boolean readiness;

        KnownCheck(Check check, boolean readiness) {
            super(check.group(), check.id());
            this.check = check;
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

        @Override
        protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
            builder.state(HealthCheck.State.valueOf(check.state().name()))
                    .message(check.text())
                    .details(check.details());
        }
    }
}
