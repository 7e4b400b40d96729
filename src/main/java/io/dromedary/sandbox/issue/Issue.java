// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.issue;

/**
 * One kind of error of a service.
 *
 * @param id a UUID
 * @param cause the service whose incidents bring it about; empty for errors of every day
 */
public record Issue(
        String id, String service, String cause, String errorType, String message, String file, String function) {

    public boolean isOfEveryDay() {
        return cause.isEmpty();
    }
}
