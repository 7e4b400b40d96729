// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;

/** A data source is not configured as it must be. The text names the setting and says what to do. */
public final class SettingsException extends FailedException {

    private static final long serialVersionUID = 1L;

    /** @param text one or two sentences for the user, without any value that may be secret */
    public SettingsException(String text) {
        super(Failure.badRequest(text));
    }

    /** Returns the failure of an option whose value has a placeholder that nothing took the place of. */
    static SettingsException unresolved(Option option) {
        return new SettingsException(option.fullName()
                + " has a placeholder {{…}} that stands for nothing here: check the name in it, that it is set, and for"
                + " vaults that their module is on the class path.");
    }

    /** Returns the failure of a call that concerns no data source at all. */
    public static SettingsException noDataSource() {
        return new SettingsException("No data source was named in this call. Save the data source and try again.");
    }
}
