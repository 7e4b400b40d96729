// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import io.dromedary.metricql.change.VariableValue;
import io.dromedary.metricql.tree.VariableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Dashboard variables in texts that are no searches, such as ids. Stateless. */
public final class VariableTexts {

    private VariableTexts() {}

    /**
     * Replaces variables in a text that stands for one or several values, such as an id: as many as the variable has.
     *
     * @return none for a variable with everything or nothing chosen
     */
    public static List<String> each(String text, Map<String, VariableValue> variables) {
        var texts = List.of(text);
        for (var found : VariableText.all(text)) {
            var value = variables.get(found.name());
            if (value == null) {
                continue;
            }
            var next = new ArrayList<String>();
            for (var one : texts) {
                for (var chosen : value.values()) {
                    next.add(VariableText.replace(one, name -> name.equals(found.name()) ? chosen : "${" + name + "}"));
                }
            }
            texts = next;
        }
        return texts;
    }
}
