// SPDX-License-Identifier: Apache-2.0

/** What a loader of AMD modules tells a module about itself. */
declare module 'amd-module' {
  const module: { uri?: string } | undefined;
  export default module;
}

/** Where the bundler's code fetches further files from. */
declare let __webpack_public_path__: string;
