// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.instance.Instance;
import io.dromedary.query.Answer;
import io.dromedary.query.PlannedRequests;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a query for lists, for the route that calls Datadog between them. Stateless. */
public final class ListsPlanner {

    /** The product whose modes are the addresses of an allow-list. */
    private static final String ENDPOINT = "endpoint";

    /** Returns whether the product's own list tells which ids a query means: for everything of a variable, say. */
    public boolean needsList(Query.Lists asked) {
        var options = options(asked);
        var mode = mode(asked, options);
        return asked.product().equals(ENDPOINT) ? Endpoints.needsList(options) : ChosenIds.needsList(asked, mode);
    }

    /** Returns what reads that list. */
    public ListPart list(Query.Lists asked, Instance instance) {
        if (asked.product().equals(ENDPOINT)) {
            var options = Endpoints.listOptions(options(asked));
            var list = ChosenIds.listQuery(asked, options);
            return new ListPart(ReadyQueries.of(list, Endpoints.mode(options), options, instance, List.of()), "");
        }
        var list = ChosenIds.listQuery(asked, mode(asked, options(asked)));
        return new ListPart(
                ReadyQueries.of(list, ListProducts.named(list.product()).mode(""), Map.of(), instance, List.of()), "");
    }

    /**
     * Returns what must be read: a part for each id, or a single one.
     *
     * @param list what {@link #list} read, null where that was not needed
     * @throws FailedException 400 for what the product does not have or needs, or why the list could not be read
     */
    public List<ListPart> plan(Query.Lists asked, Instance instance, @Nullable ListPart list) {
        var options = options(asked);
        var mode = mode(asked, options);
        var chosen = asked.product().equals(ENDPOINT)
                ? ChosenIds.ofPath(asked, mode, Endpoints.ids(options), list)
                : ChosenIds.of(asked, mode, list);
        var query = ReadyQueries.of(chosen.query(), mode, options, instance, chosen.notices());
        if (mode.needsIds() && query.ids().isEmpty()) {
            return List.of();
        }
        if (!mode.source().perId()) {
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
        if (parts.isEmpty()) {
            var none = Notice.info("Nothing fits: there is none of " + asked.product() + " that is chosen");
            var meta = FrameMeta.of(FrameType.TABLE, null, List.of(none));
            return Answer.of(asked.refId(), List.of(new Frame("", asked.refId(), meta, List.of())));
        }
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
                for (var part : firstParts((Query.Lists) query, instance)) {
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

    private List<ListPart> firstParts(Query.Lists asked, Instance instance) {
        return needsList(asked) ? List.of(list(asked, instance)) : plan(asked, instance, null);
    }

    private static Map<String, String> options(Query.Lists asked) {
        return asked.product().equals(ENDPOINT) ? Endpoints.options(asked) : ReadyQueries.options(asked);
    }

    private static ListMode mode(Query.Lists asked, Map<String, String> options) {
        return asked.product().equals(ENDPOINT)
                ? Endpoints.mode(options)
                : ListProducts.named(asked.product()).mode(asked.mode());
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
}
