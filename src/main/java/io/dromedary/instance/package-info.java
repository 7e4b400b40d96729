// SPDX-License-Identifier: Apache-2.0
/**
 * One configured data source: settings, site, credentials, and the registry of those in use. Knows nothing of Camel,
 * gRPC or queries.
 */
@NullMarked
package io.dromedary.instance;

import org.jspecify.annotations.NullMarked;
