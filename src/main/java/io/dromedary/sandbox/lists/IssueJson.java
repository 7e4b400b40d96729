// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.issue.Occurrences;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Issues as the API writes them. */
final class IssueJson {

    private static final long OPEN_MS = TimeUnit.DAYS.toMillis(3);

    private IssueJson() {}

    static String state(Occurrences one, long nowMs) {
        if (one.issue().isOfEveryDay()) {
            return "ACKNOWLEDGED";
        }
        return one.lastSeenMs() > nowMs - OPEN_MS ? "OPEN" : "RESOLVED";
    }

    static Listed listed(Occurrences one, long nowMs) {
        return Listed.of(
                one.issue().errorType() + " " + one.issue().message(),
                List.of("env:prod", "service:" + one.issue().service()),
                "error.type",
                one.issue().errorType(),
                "error.message",
                one.issue().message(),
                "state",
                state(one, nowMs),
                "language",
                "java");
    }

    static Map<String, Object> found(Occurrences one) {
        var issue = Tree.object("data", Tree.object("id", one.issue().id(), "type", "issue"));
        return Tree.object(
                "id", one.issue().id(),
                "type", "error_tracking_search_result",
                "attributes",
                        Tree.object(
                                "impacted_sessions", (one.count() + 1) / 2,
                                "impacted_users", (one.count() + 2) / 3,
                                "total_count", one.count()),
                "relationships", Tree.object("issue", issue));
    }

    static Map<String, Object> issue(Occurrences one, long nowMs) {
        var issue = one.issue();
        return Tree.object(
                "id", issue.id(),
                "type", "issue",
                "attributes",
                        Tree.object(
                                "error_message", issue.message(),
                                "error_type", issue.errorType(),
                                "file_path", issue.file(),
                                "first_seen", one.firstSeenMs(),
                                "first_seen_version", "",
                                "function_name", issue.function(),
                                "is_crash", false,
                                "languages", List.of("JAVA"),
                                "last_seen", one.lastSeenMs(),
                                "last_seen_version", "",
                                "platform", "BACKEND",
                                "service", issue.service(),
                                "state", state(one, nowMs)));
    }
}
