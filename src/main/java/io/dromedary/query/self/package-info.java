// SPDX-License-Identifier: Apache-2.0
/** What Dromedary counts itself, as tables: no call to Datadog is made for it. */
@NullMarked
package io.dromedary.query.self;

import org.jspecify.annotations.NullMarked;
