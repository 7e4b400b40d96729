// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

/** A function of the language that needs nothing but the lines of its first argument, and constants. */
interface TableFunction {

    /** @param arguments all of them; the table is what the first one stands for */
    Table apply(Table table, Arguments arguments);
}
