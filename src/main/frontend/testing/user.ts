// SPDX-License-Identifier: Apache-2.0
import userEvent from '@testing-library/user-event';

/** Somebody who points and types without pauses. Looking whether a thing can be pointed at takes jsdom seconds. */
export const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
