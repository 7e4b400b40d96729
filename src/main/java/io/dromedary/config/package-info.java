// SPDX-License-Identifier: Apache-2.0
/** What is bound to the registry: beans, caches, the HTTP client. No logic. */
@NullMarked
package io.dromedary.config;

import org.jspecify.annotations.NullMarked;
