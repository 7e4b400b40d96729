// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.Notice;
import io.dromedary.instance.Instance;
import io.dromedary.metricql.change.Filter;
import io.dromedary.query.Answer;
import io.dromedary.query.PlannedRequests;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.VariableTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a query for lists, for the route that calls Datadog between them. Stateless. */
public final class ListsPlanner {

    /** The product whose modes are the addresses of an allow-list. */
    private static final String ENDPOINT = "endpoint";

    /** Each id is a call, and a panel of more lines shows nothing. */
    private static final int MAX_IDS = 50;

    /**
     * Returns what must be read: a part for each id, or a single one.
     *
     * @throws FailedException 400 for what the product does not have or needs
     */
    public List<ListPart> plan(Query.Lists asked, Instance instance) {
        var options = options(asked);
        var mode = asked.product().equals(ENDPOINT)
                ? Endpoints.mode(options)
                : ListProducts.named(asked.product()).mode(asked.mode());
        var query = ready(asked, mode, options, instance);
        if (query.mode().needsIds() && query.ids().isEmpty() && !asked.ids().isEmpty()) {
            throw bad("The variable of the ids has everything or nothing chosen; choose up to " + MAX_IDS);
        }
        if (query.mode().needsIds() && query.ids().isEmpty()) {
            throw bad("Choose what to show: the mode " + query.mode().name() + " of " + asked.product()
                    + " needs the ids of one or several");
        }
        if (query.ids().size() > MAX_IDS) {
            throw bad("There are " + query.ids().size() + " ids; choose at most " + MAX_IDS);
        }
        if (!query.mode().source().perId()) {
            return List.of(new ListPart(query, ""));
        }
        return query.ids().stream().map(id -> new ListPart(query, id)).toList();
    }

    /** Takes what Datadog answered. */
    public void add(ListPart part, JsonNode page) {
        part.add(page);
    }

    /** Takes why a part cannot be read; others go on. */
    public ListPart failed(ListPart part, Throwable thrown) {
        part.fail(Failure.of(thrown));
        return part;
    }

    /** Returns the answer: what could be read, and a notice for each id that could not. */
    public Answer answer(Query.Lists asked, List<ListPart> parts) {
        var good = parts.stream().filter(part -> part.failure() == null).toList();
        if (good.isEmpty()) {
            return Answer.failed(asked.refId(), failure(parts));
        }
        var query = good.get(0).query();
        var notices = new LinkedHashSet<>(query.notices());
        for (var part : parts) {
            var failure = part.failure();
            if (failure != null) {
                notices.add(Notice.warning(part.id() + ": " + failure.text()));
            }
            notices.addAll(part.notices());
        }
        var frames = query.mode().frames().make(query, good).stream()
                .map(frame -> withNotices(frame, List.copyOf(notices)))
                .toList();
        return Answer.of(asked.refId(), frames);
    }

    /** Returns the answer to a query that failed as a whole. */
    public Answer failed(Query asked, Throwable thrown) {
        return Answer.failed(asked.refId(), Failure.of(thrown));
    }

    /** Tells what running a group sends first: the first page of each list. */
    public PlannedRequests rehearse(QueryGroup group, Instance instance) {
        var planned = new ArrayList<PlannedRequests.Planned>();
        var settled = new ArrayList<Answer>();
        for (var query : group.queries()) {
            try {
                for (var part : plan((Query.Lists) query, instance)) {
                    var first = part.getNext();
                    if (first != null) {
                        planned.add(new PlannedRequests.Planned(List.of(query.refId()), first));
                    }
                }
            } catch (FailedException refused) {
                settled.add(Answer.failed(query.refId(), refused.failure()));
            }
        }
        return new PlannedRequests(group, planned, settled, Map.of());
    }

    private static Failure failure(List<ListPart> parts) {
        for (var part : parts) {
            var failure = part.failure();
            if (failure != null) {
                return failure;
            }
        }
        throw new IllegalStateException("nothing was asked");
    }

    private static Map<String, String> options(Query.Lists asked) {
        var options = new HashMap<String, String>();
        asked.options()
                .forEach((name, value) ->
                        options.put(name, String.join(",", VariableTexts.each(value, asked.variables()))));
        options.values().removeIf(String::isBlank);
        return options;
    }

    private static ListQuery ready(Query.Lists asked, ListMode mode, Map<String, String> options, Instance instance) {
        var search = mode.search();
        var text = new ArrayList<String>();
        var replaced = ListText.replaced(asked.text(), asked.variables(), search.language());
        var words = new ArrayList<String>();
        if (search.language() == ListSearch.Language.NONE) {
            words.addAll(List.of(
                    replaced.isBlank() ? new String[0] : replaced.strip().split("\\s+")));
            words.removeIf(word -> word.equals("*"));
        } else if (!replaced.isBlank()) {
            text.add(replaced.strip());
        }
        var rest = new ArrayList<Filter>();
        for (var filter : asked.filters()) {
            var term = term(filter, search);
            if (term == null) {
                rest.add(filter);
            } else {
                text.add(term);
            }
        }
        return new ListQuery(
                asked,
                mode,
                String.join(search.language() == ListSearch.Language.TAGS ? "," : " ", text),
                asked.ids().stream()
                        .flatMap(id -> VariableTexts.each(id, asked.variables()).stream())
                        .distinct()
                        .toList(),
                options,
                new RowFilter(rest, words),
                appUrl(instance),
                notices(rest));
    }

    /** Returns the filter as Datadog takes it, null if it cannot. */
    private static @Nullable String term(Filter filter, ListSearch search) {
        return switch (search.language()) {
            case NONE, WORDS -> null;
            case TAGS ->
                filter.operator() == Filter.Operator.EQUALS
                                && filter.values().size() == 1
                                && !filter.values().get(0).contains(",")
                        ? filter.key() + ":" + filter.values().get(0)
                        : null;
            case TERMS -> {
                var plain = filter.operator() != Filter.Operator.MATCHES
                        && filter.operator() != Filter.Operator.NOT_MATCHES;
                yield plain && !filter.values().isEmpty() ? ListText.term(filter, search) : null;
            }
        };
    }

    private static List<Notice> notices(List<Filter> rest) {
        if (rest.isEmpty()) {
            return List.of();
        }
        var keys = rest.stream().map(Filter::key).distinct().toList();
        return List.of(Notice.info("Filtered here, not by Datadog: " + String.join(", ", keys)));
    }

    private static @Nullable String appUrl(Instance instance) {
        var url = instance.settings().appUrl();
        return url == null ? null : url.toString();
    }

    private static Frame withNotices(Frame frame, List<Notice> notices) {
        if (notices.isEmpty()) {
            return frame;
        }
        var all = new LinkedHashSet<>(frame.meta().notices());
        all.addAll(notices);
        var meta = new FrameMeta(
                frame.meta().type(),
                frame.meta().executedQuery(),
                List.copyOf(all),
                frame.meta().visualisation());
        return new Frame(frame.name(), frame.refId(), meta, frame.fields());
    }

    private static FailedException bad(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
