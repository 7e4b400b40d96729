// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A data source is not configured as it must be. The text names the setting and says what to do. */
public final class SettingsException extends FailedException {

    private static final long serialVersionUID = 1L;

    /** The name of an option within a text. */
    private static final Pattern OPTION = Pattern.compile("\\b(?:secureJsonData|jsonData)\\.[A-Za-z]+");

    /** @param text one or two sentences for the user, without any value that may be secret */
    public SettingsException(String text) {
        super(Failure.badRequest(text));
    }

    /** Returns the same, with the names that options have where the data source is configured. */
    SettingsException naming(InstanceKey key) {
        var text = new StringBuilder();
        var names = OPTION.matcher(failure().text());
        while (names.find()) {
            names.appendReplacement(text, Matcher.quoteReplacement(name(names.group(), key)));
        }
        return new SettingsException(names.appendTail(text).toString());
    }

    private static String name(String fullName, InstanceKey key) {
        return Arrays.stream(Option.values())
                .filter(option -> option.fullName().equals(fullName))
                .findFirst()
                .map(key::nameOf)
                .orElse(fullName);
    }

    /** Returns the failure of an option whose value has a placeholder that nothing took the place of. */
    static SettingsException unresolved(Option option) {
        return new SettingsException(option.fullName()
                + " has a placeholder {{…}} that stands for nothing here: check the name in it, that it is set, and for"
                + " vaults that their module is on the class path");
    }

    /** Returns the failure of a call that concerns no data source at all. */
    public static SettingsException noDataSource() {
        return new SettingsException("No data source was named in this call. Save the data source and try again");
    }
}
