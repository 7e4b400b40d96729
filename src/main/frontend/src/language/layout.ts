// SPDX-License-Identifier: Apache-2.0

/** Pixels, the same in the plain field and in Monaco: nothing moves when one takes the place of the other. */
export const FONT_SIZE = 13;
export const LINE = 18;
export const PADDING = { top: 4, left: 8 };

/** Of the field, without its border: one line, and about twelve. */
export const LEAST = 34;
export const MOST = 240;
