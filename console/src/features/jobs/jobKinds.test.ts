import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');

/** The kinds that the server's rooms name, as `const string Kind = "studio.annotation_embed"` beside their handlers. */
function kindsOfServer(): string[] {
  const source = join(root, 'src');
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.cs'))
    .flatMap((path) => [...readFileSync(join(source, path), 'utf8').matchAll(/const string (?:Job)?Kind = "([a-z_]+\.[a-z_]+)"/g)])
    .map(([, kind]) => kind!);
}

it.each(['en', 'zh-CN'])('has words for every kind of job in %s', (language) => {
  const words: Record<string, string> = JSON.parse(readFileSync(join(root, `console/src/i18n/${language}/jobs.json`), 'utf8'));
  const kinds = kindsOfServer();

  expect(kinds).toContain('knowledge.ingest');
  expect(kinds.filter((kind) => !words[`kind.${kind}`])).toEqual([]);
});
