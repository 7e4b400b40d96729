// SPDX-License-Identifier: Apache-2.0
import module from 'amd-module';

// the other files lie beside module.js, wherever Grafana has that from: a sub-path, or another host
if (module?.uri) {
  __webpack_public_path__ = module.uri.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
}
