// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

/** A function of the language that needs nothing but the lines of its first argument, and constants. */
interface TableFunction {

    /** Returns what the function makes of a table, which is what the first of the arguments stands for. */
    Table apply(Table table, Arguments arguments);
}
