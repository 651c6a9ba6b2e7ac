import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { cssVariables } from './src/ui/theme/cssVariables.ts';

const server = process.env.MIDDECK_URL ?? 'http://127.0.0.1:7080';
const proxied = ['/api', '/v1', '/health', '/files', '/s/api'];

// The token table becomes a real style sheet at build time: no script has to run before the first paint has its colours.
const tokens: Plugin = {
  name: 'middeck-tokens',
  resolveId: (id) => (id === 'virtual:tokens.css' ? '\0virtual:tokens.css' : undefined),
  load: (id) => (id === '\0virtual:tokens.css' ? cssVariables() : undefined),
};

// Text is compressed once, here, and not for every visitor: x.js.br and x.js.gz lie beside x.js.
const compressed: Plugin = {
  name: 'middeck-compressed',
  apply: 'build',
  async writeBundle(options, bundle) {
    const texts = Object.keys(bundle).filter((name) => /^(assets\/.*\.(js|css|svg|json)|embed\.js)$/.test(name));
    await Promise.all(texts.map(async (name) => {
      const file = join(options.dir!, name);
      const content = await readFile(file);
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content));
      await writeFile(`${file}.gz`, await promisify(gzip)(content));
    }));
  },
};

// What other sites load is one small script of its own, under a name that does not change and without a module's imports.
const embed: Plugin = {
  name: 'middeck-embed',
  apply: 'build',
  async generateBundle() {
    const built = await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: {
        write: false,
        lib: { entry: 'src/embed/embed.ts', formats: ['iife'], name: 'middeckEmbed', fileName: () => 'embed.js' },
      },
    });
    const [output] = Array.isArray(built) ? built : [built];
    if (!output || !('output' in output)) throw new Error('The embedding script was not built.');
    this.emitFile({ type: 'asset', fileName: 'embed.js', source: output.output[0].code });
  },
};

export default defineConfig({
  plugins: [react(), tokens, embed, compressed],
  html: { cspNonce: '__CSP_NONCE__' },
  server: { proxy: Object.fromEntries(proxied.map((path) => [path, server])) },
  build: {
    // Inlined assets would be data: fonts, which the content security policy refuses.
    assetsInlineLimit: 0,
    // Says which chunks a page loads; scripts/budgets.mjs adds them up.
    manifest: true,
    rolldownOptions: {
      onwarn(warning, warn) {
        // Thousands of "use client" lines in Ant Design hide the warnings that matter.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
      input: { index: 'index.html', site: 'site.html' },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 30 },
            // By itself: the public page has no routes, and so not what reads the workspace from the address.
            { name: 'router', test: /node_modules\/react-router\//, priority: 30 },
            // What many pages use: one file compresses better than fifty small ones. The sign-in page loads it too, so nothing
            // that needs Ant Design; that one has no group, or every page would load the tables and forms of the others.
            {
              name: 'base', priority: 10, minShareCount: 16,
              test: /\/src\/(api\/(?!queries\.)|ui\/(acts|copy|faces|preferences|search|states|toast)\/)|\/(lucide-react|@tanstack\/(react-)?query[^/]*|(react-)?i18next)\//,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    globals: true,
    setupFiles: ['src/testing/setup.ts'],
    css: false,
    testTimeout: 60_000,
    // One window and one set of modules for all files: loading them anew for each took more time than many of the tests. No
    // threads: what tabs tell each other would go from one to the other.
    isolate: false,
    pool: 'forks',
    maxWorkers: '100%',
    restoreMocks: true,
    unstubGlobals: true,
  },
});
