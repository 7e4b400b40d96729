// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.language;

import static io.dromedary.metricql.language.ValueFunctions.of;

import io.dromedary.metricql.language.Function.Category;
import io.dromedary.metricql.language.Parameter.Need;
import java.util.ArrayList;
import java.util.List;

/** Functions that keep some series of many. */
final class RankFunctions {

    private static final String[] MEASURES = {"max", "mean", "min", "sum", "last", "l2norm", "area"};

    private RankFunctions() {}

    static List<Function> all() {
        var limit = Parameter.number("limit", "5", "10", "25", "50", "100");
        var by = Parameter.text("by", MEASURES);
        var direction = Parameter.text("direction", "asc", "desc");
        var all = new ArrayList<Function>();
        all.add(of("top", Category.RANK, "Keeps the series that rank first", limit, by, direction));
        all.add(of(
                "top_offset",
                Category.RANK,
                "Keeps the series that rank first after leaving out some",
                limit,
                by,
                direction,
                new Parameter("offset", Parameter.Kind.NUMBER, Need.REQUIRED, List.of())));
        for (var side : List.of("top", "bottom")) {
            for (int count : new int[] {5, 10, 15, 20}) {
                var what = "Keeps the " + count + (side.equals("top") ? " highest" : " lowest") + " series by their ";
                all.add(of(side + count, Category.RANK, what + "mean"));
                for (var measure : List.of("mean", "min", "max", "last", "area", "l2norm")) {
                    all.add(of(side + count + "_" + measure, Category.RANK, what + measure));
                }
            }
        }
        return all;
    }
}
