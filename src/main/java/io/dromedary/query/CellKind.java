// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

/** What a cell holds, and how Datadog writes it. */
public enum CellKind {
    /** A text; numbers keep all their digits, objects are written as JSON. */
    TEXT,
    NUMBER,
    /** Points in time: seconds since 1970, or ISO 8601. */
    SECONDS,
    /** Points in time: milliseconds since 1970, or ISO 8601. */
    MILLIS,
    /** Points in time: ISO 8601, in UTC where no zone is written. */
    ISO,
    FLAG,
    /** A list of texts, joined with commas. */
    LIST
}
