// SPDX-License-Identifier: Apache-2.0
/** Grafana's plugin messages translated to our model and back: the only place where both meet. */
@NullMarked
package io.dromedary.grafana;

import org.jspecify.annotations.NullMarked;
