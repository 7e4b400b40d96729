// SPDX-License-Identifier: Apache-2.0
// The packaged Dromedary with its HTTP door, on the sandbox.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { PATIENCE } from './browser.mjs';

const plugin = resolve(import.meta.dirname, '../../../../target/plugin');
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';

/** Returns the jar of the package, or nothing where it is not built. */
export function packaged() {
  const lib = join(plugin, 'lib');
  const name = existsSync(lib) && readdirSync(lib).find((file) => /^dromedary.*\.jar$/.test(file));
  return name ? join(lib, name) : undefined;
}

/** Starts it on a free port; resolves to its address and how to stop it, once it answers. */
export async function serve(token) {
  const port = await freePort();
  const settings = { 'dromedary.home': plugin, 'dromedary.http.port': port, 'dromedary.http.tokens': token };
  const options = Object.entries(settings).map(([name, value]) => `-D${name}=${value}`);
  const child = spawn(java, [...options, '-jar', packaged(), 'serve'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const origin = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + PATIENCE; ;) {
    const reply = await fetch(`${origin}/`).catch(() => undefined);
    if (reply?.ok) {
      return { origin, stop: () => child.kill() };
    }
    if (Date.now() > end || child.exitCode !== null) {
      child.kill();
      throw new Error('Dromedary does not start');
    }
    await new Promise((done) => setTimeout(done, 200));
  }
}

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
