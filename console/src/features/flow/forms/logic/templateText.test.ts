import { labelsFor, outside, tokenRanges, toShown, toStored } from './templateText';

const names = {
  labels: labelsFor([{ source: '1719', title: '条款解释' }, { source: 'a', title: 'Same' }, { source: 'b', title: 'Same' }, { source: 'sys', title: '系统' }]),
  words: new Map([['context', 'Context'], ['$output.note', 'Field note']]),
};
const plain = (shown: string) => shown.replaceAll(/[\u2063\u202f]/g, '|');

it('shows references by the titles of their nodes and stores them as the DSL writes them', () => {
  const stored = '问 {{#1719.text#}}、{{#sys.query#}}: {{#a.x.y#}} {{#b.x#}} {{#gone.text#}}';
  const shown = toShown(stored, names);
  expect(plain(shown)).toBe('问 ||条款解释/text||、||系统/query||: ||Same (a)/x.y|| ||Same (b)/x|| ||gone/text||');
  expect(toStored(shown, names)).toBe(stored);
});

it('keeps what only looks like a reference', () => {
  const stored = 'a/b {{ name }} {{#not a reference#}} {{#histories#}} }}';
  expect(toShown(stored, names)).toBe(stored);
  expect(toStored(stored, names)).toBe(stored);
});

it('knows the words that one text has', () => {
  const stored = '{{#context#}} and {{#$output.note#}}';
  expect(plain(toShown(stored, names))).toBe('||Context|| and ||Field note||');
  expect(toStored(toShown(stored, names), names)).toBe(stored);
});

it('makes text of a reference that was broken up', () => {
  const shown = toShown('{{#1719.text#}}', names);
  expect(toStored(shown.slice(0, -1), names).trim()).toBe('条款解释/text');
});

it('takes the caret over a reference', () => {
  const ranges = tokenRanges(`ab${toShown('{{#sys.query#}}', names)}c`);
  const [{ start, end }] = ranges as [{ start: number; end: number }];
  expect(outside(start + 1, start, ranges)).toBe(end);
  expect(outside(end - 1, end, ranges)).toBe(start);
  expect(outside(start + 2, 99, ranges)).toBe(start);
  expect(outside(start, 0, ranges)).toBe(start);
});
