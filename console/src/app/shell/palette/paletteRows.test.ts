import type { Act } from '../../../ui/acts/acts';
import { paletteRows } from './paletteRows';

const act = (id: string, label: string, group: Act['group'], quiet = false): Act => ({ id, label, group, quiet, run() {} });
const acts = [
  act('go.knowledge', '知识库', 'go'),
  act('theme', '切换到深色', 'appearance'),
  act('upload', '上传文档到「消防规范」', 'object'),
  act('row.next', '下一行', 'act', true),
];
const recent = [{ path: '/w/1/knowledge/7', title: '消防规范' }];
const ids = (typed: string) => paletteRows(typed, acts, recent).map(({ id }) => id);

it('shows acts on the open object first, then acts, places and recent pages', () => {
  expect(ids('')).toEqual(['upload', 'theme', 'go.knowledge', 'recent./w/1/knowledge/7']);
});

it('finds by pinyin initials', () => {
  expect(ids('zsk')).toEqual(['go.knowledge']);
});

it('leaves the acts alone behind >', () => {
  expect(ids('>')).toEqual(['upload', 'theme']);
  expect(ids('> xf')).toEqual(['upload']);
});
