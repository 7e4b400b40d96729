// SPDX-License-Identifier: Apache-2.0
import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whether an element is visible takes jsdom most of the time of a test; nothing here is hidden that has a role.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });
