// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.SavedWords.unknown;
import static io.dromedary.query.SavedWords.word;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a saved query of type {@code dromedary} has of its own. */
final class SelfQueryReader {

    static final String TYPE = "dromedary";

    private SelfQueryReader() {}

    /** The members as the editor writes them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Saved(@Nullable String mode) {}

    static Query.Self read(QueryReader.Common common, QueryReader.SavedMembers members) {
        var mode = word(members.as(Saved.class).mode());
        return new Query.Self(
                common.refId(),
                common.hidden(),
                common.window(),
                switch (mode) {
                    case "", "calls" -> Query.Self.Mode.CALLS;
                    case "caches" -> Query.Self.Mode.CACHES;
                    case "budget" -> Query.Self.Mode.BUDGET;
                    default -> throw unknown("mode", mode, List.of("calls", "caches", "budget"));
                });
    }
}
