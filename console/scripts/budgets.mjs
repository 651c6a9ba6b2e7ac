// Adds up what a cold visit to a page loads, compressed, from the manifest of the production build, and fails over the limits:
//   npm run budgets [-- --dir ../artifacts/console]

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const KB = 1024;

const start = ['index.html', 'src/i18n/zh-CN/common.json'];
const inside = [
  ...start, 'src/app/shell/Shell.tsx', 'src/i18n/zh-CN/shell.json', 'node_modules/antd/es/locale/zh_CN.js',
];

// What a page is drawn with counts: the entry, the shell, the page, and their words in Chinese, whose files are the larger ones.
// Lists have 50 KB more than the chat for their table; the editor has a form of everything that an app is, and a chat beside it.
const pages = [
  { name: 'login', limit: 170, parts: [...start, 'src/features/session/LoginPage.tsx', 'src/i18n/zh-CN/session.json'] },
  { name: 'chat', limit: 300, parts: [...inside, 'src/features/chat/ChatPage.tsx', 'src/i18n/zh-CN/chat.json', 'src/i18n/zh-CN/talk.json'] },
  {
    name: 'knowledge list', limit: 350,
    parts: [...inside, 'src/features/knowledge/list/KnowledgeListPage.tsx', 'src/i18n/zh-CN/knowledge.json', 'src/i18n/zh-CN/bases.json'],
  },
  {
    name: 'documents', limit: 350,
    parts: [
      ...inside, 'src/features/knowledge/base/DocumentsPage.tsx', 'src/i18n/zh-CN/knowledge.json', 'src/i18n/zh-CN/documents.json',
    ],
  },
  {
    name: 'app list', limit: 350,
    parts: [
      ...inside, 'src/features/apps/list/AppsPage.tsx', 'src/i18n/zh-CN/apps.json', 'src/i18n/zh-CN/appList.json',
      'src/i18n/zh-CN/appEditor.json',
    ],
  },
  {
    name: 'app editor', limit: 430,
    parts: [
      ...inside, 'src/features/apps/editor/AppPage.tsx', 'src/i18n/zh-CN/apps.json', 'src/i18n/zh-CN/appEditor.json',
      'src/i18n/zh-CN/appList.json', 'src/i18n/zh-CN/annotations.json',
    ],
  },
  {
    // The graph on its paper and what stands around it; the panels come when they are opened.
    name: 'canvas', limit: 340,
    parts: [
      ...inside, 'src/features/flow/page/FlowPage.tsx', 'src/i18n/zh-CN/flow.json', 'src/i18n/zh-CN/flowNodes.json',
      'src/i18n/zh-CN/apps.json',
    ],
  },
  { name: 'services', limit: 350, parts: [...inside, 'src/features/operations/services/ServicesPage.tsx', 'src/i18n/zh-CN/operations.json'] },
  { name: 'logs', limit: 350, parts: [...inside, 'src/features/operations/logs/LogsPage.tsx', 'src/i18n/zh-CN/operations.json'] },
];
const site = [
  'site.html', 'src/i18n/zh-CN/common.json', 'src/i18n/zh-CN/chat.json', 'src/i18n/zh-CN/talk.json',
  'src/i18n/zh-CN/site.json',
];
pages.push({ name: 'public page', limit: 180, parts: site });
const cssLimit = 12;
const embedLimit = 6;
const fontLimit = 50;

const { dir } = parseArgs({ options: { dir: { type: 'string', default: 'dist' } } }).values;
const manifest = JSON.parse(readFileSync(join(dir, '.vite/manifest.json'), 'utf8'));

/** The files that come with these modules, without what they load later. */
function filesOf(parts) {
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    if (!manifest[key]) throw new Error(`The build has no ${key}; say in scripts/budgets.mjs what replaced it.`);
    seen.add(key);
    manifest[key].imports?.forEach(visit);
  };
  parts.forEach(visit);
  return new Set([...seen].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]));
}

const read = (file) => readFileSync(join(dir, file));
const sum = (files, ending, size) => [...files].filter((file) => file.endsWith(ending)).reduce((all, file) => all + size(file), 0);
const compressed = (file) => gzipSync(read(file)).length;

const rows = pages.flatMap(({ name, limit, parts }) => {
  const files = filesOf(parts);
  return [
    { what: `${name}: scripts`, bytes: sum(files, '.js', compressed), limit },
    { what: `${name}: styles`, bytes: sum(files, '.css', compressed), limit: cssLimit },
  ];
});
rows.push({ what: 'embed.js', bytes: compressed('embed.js'), limit: embedLimit });
const fonts = new Set(Object.values(manifest).flatMap(({ file, assets = [] }) => [file, ...assets]));
rows.push({ what: 'font', bytes: sum(fonts, '.woff2', (file) => read(file).length), limit: fontLimit });

for (const { what, bytes, limit } of rows) {
  const size = (bytes / KB).toFixed(1).padStart(7);
  process.stdout.write(`${what.padEnd(26)}${size} KB of ${String(limit).padStart(3)}${bytes > limit * KB ? '   TOO LARGE' : ''}\n`);
}
process.exitCode = rows.some(({ bytes, limit }) => bytes > limit * KB) ? 1 : 0;
