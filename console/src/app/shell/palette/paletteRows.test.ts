import type { Act } from '../../../ui/acts/acts';
import { paletteRows } from './paletteRows';
import type { Scope } from './scope';
import type { Thing } from './things/Thing';

const act = (id: string, label: string, group: Act['group'], quiet = false): Act => ({ id, label, group, quiet, run() {} });
const thing = (kind: Thing['kind'], id: string, name: string, more: Partial<Thing> = {}): Thing =>
  ({ kind, id, name, path: `/w/1/${kind}/${id}`, ...more });
const acts = [
  act('go.knowledge', '知识库', 'go'),
  act('theme', '切换到深色', 'appearance'),
  act('upload', '上传文档到「消防规范」', 'object'),
  act('row.next', '下一行', 'act', true),
];
const recent = [{ path: '/w/1/knowledge/7', title: '消防规范' }];
const things = [
  thing('app', '1', '规范问答助手'), thing('knowledge', '7', '消防规范'), thing('knowledge', '8', '华东设计院'),
  thing('document', '9', '火灾探测器.pdf', { hint: '消防规范', isFound: true }), thing('person', '2', 'Li Ming', { hint: 'li@example.cn' }),
];
const ids = (wanted: string, scope: Scope = 'all') => paletteRows(scope, wanted, { acts, recent, things }).map(({ id }) => id);

it('shows acts on the open object first, then acts, places and recent pages', () => {
  expect(ids('')).toEqual(['upload', 'theme', 'go.knowledge', 'recent./w/1/knowledge/7']);
});

it('finds acts and things by pinyin initials', () => {
  expect(ids('zsk')[0]).toBe('go.knowledge');
  expect(ids('hdsjy')).toContain('knowledge.8');
});

it('puts the things of the workspace below what is there at once, and none of them twice', () => {
  expect(ids('规范')).toEqual(['upload', 'recent./w/1/knowledge/7', 'app.1', 'document.9']);
});

it('keeps what the server found although its name does not hold the words', () => {
  expect(ids('烟感')).toEqual(['document.9']);
});

it('leaves one kind alone behind a prefix, and lists it before anything is typed', () => {
  expect(ids('', 'acts')).toEqual(['upload', 'theme']);
  expect(ids('xf', 'acts')).toEqual(['upload']);
  expect(ids('', 'knowledge')).toEqual(['knowledge.7', 'knowledge.8', 'document.9']);
  expect(ids('li@', 'people')).toEqual(['person.2']);
  expect(ids('', 'ids')).toEqual([]);
});
