import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const source = join(here, '..');
const words = (language: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(join(here, language, file), 'utf8'));
const files = readdirSync(join(here, 'zh-CN')).filter((file) => file.endsWith('.json'));
const placeholders = (text: string) => [...text.matchAll(/{{\s*([^},\s]+)/g)].map(([, name]) => name).sort();
// English has a singular that Chinese has not.
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '');

it('has the same files in both languages', () => {
  expect(readdirSync(join(here, 'en')).sort()).toEqual(readdirSync(join(here, 'zh-CN')).sort());
});

describe.each(files)('%s', (file) => {
  const [chinese, english] = [words('zh-CN', file), words('en', file)];

  it('has the same keys in both languages', () => {
    const keys = (of: object) => [...new Set(Object.keys(of).map(withoutPlural))].sort();
    expect(keys(english)).toEqual(keys(chinese));
  });

  it('says something under every key', () => {
    for (const [key, text] of [...Object.entries(chinese), ...Object.entries(english)]) {
      expect(typeof text === 'string' && text.trim() !== '', key).toBe(true);
    }
  });

  it('fills the same places in both languages', () => {
    for (const [key, text] of Object.entries(chinese)) {
      const other = english[key] ?? english[`${withoutPlural(key)}_other`];
      if (other !== undefined) expect(placeholders(other), key).toEqual(placeholders(text));
    }
  });
});

it('has no Chinese outside i18n', () => {
  const guilty: string[] = [];
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || path.startsWith(here) || !/\.(ts|tsx|css)$/.test(entry.name)) continue;
    // Tests may hold what people type; the pinyin boundaries and the names of languages are data.
    if (/\.test\.tsx?$/.test(entry.name) || /pinyin\.ts$/.test(entry.name)) continue;
    if (/\p{Script=Han}/u.test(readFileSync(path, 'utf8'))) guilty.push(path.slice(source.length + 1));
  }
  expect(guilty).toEqual([]);
});
