// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.instance.Instance;
import java.util.List;
import java.util.Optional;

/**
 * The items to show, best first.
 *
 * @param text the query they are for
 * @param from where the text to be replaced begins
 * @param to where it ends
 * @param complete whether these are all
 * @param reason why names are missing or out of date
 */
public record Choice(
        Instance instance, String text, int from, int to, List<Item> items, boolean complete, Optional<String> reason) {

    public Choice {
        items = List.copyOf(items);
    }
}
