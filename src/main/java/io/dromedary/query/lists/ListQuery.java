// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.frame.Notice;
import io.dromedary.query.Query;
import io.dromedary.query.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query for a list, ready to be asked: variables are replaced, filters are where they take effect.
 *
 * @param text as Datadog takes it, may be empty
 * @param ids without variables
 * @param options without variables
 * @param rowFilter keeps rows that Datadog cannot choose
 * @param appUrl where links lead, without a trailing slash; null for no links
 * @param notices what the user should know before any row is read
 */
record ListQuery(
        Query.Lists asked,
        ListMode mode,
        String text,
        List<String> ids,
        Map<String, String> options,
        RowFilter rowFilter,
        @Nullable String appUrl,
        List<Notice> notices) {

    private static final Pattern OPTION = Pattern.compile("\\{(\\w+)=(\\w+)}");
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,40}");

    ListQuery {
        ids = List.copyOf(ids);
        options = Map.copyOf(options);
        notices = List.copyOf(notices);
    }

    Window window() {
        return asked.window();
    }

    long fromSeconds() {
        return window().range().from().getEpochSecond();
    }

    /** Returns the end of the window, rounded up: a window of a millisecond must not be empty. */
    long toSeconds() {
        return Math.floorDiv(window().range().to().toEpochMilli() + 999, 1_000);
    }

    /** Returns how many rows are read at most. */
    int limit() {
        return Math.max(asked.limit(), mode.leastRows());
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** @throws FailedException 400 if the option is not set */
    String required(String name, String example) {
        return option(name)
                .orElseThrow(() -> new FailedException(Failure.badRequest(
                        "The option " + name + " is missing; set it, for" + " example to " + example)));
    }

    /** Returns where the rows are, with options in the place of {@code {name=default}}. */
    String rows() {
        return OPTION.matcher(mode.source().rows())
                .replaceAll(match -> Matcher.quoteReplacement(word(match.group(1), match.group(2))));
    }

    private String word(String name, String fallback) {
        var word = option(name).orElse(fallback);
        if (!WORD.matcher(word).matches()) {
            throw new FailedException(
                    Failure.badRequest("The option " + name + " must be one word, such as " + fallback));
        }
        return word;
    }
}
