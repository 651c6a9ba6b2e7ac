import { prepareWords } from '../../testing/render';
import { warningText } from './documentWarning';

const scan = 'On page 12 no text was recognised. If it holds any, scan it again at 300 dpi. '
  + 'The text of page 1300 was recognised with little certainty (41 of 100). Scan it again at 300 dpi. And 3 more.';

it('says what could not be read in Chinese, sentence by sentence', async () => {
  await prepareWords(['documents'], 'zh-CN');

  expect(warningText(scan)).toBe(
    '第 12 页没有识别出文字。如有文字，请以 300 dpi 重新扫描。 第 1,300 页的识别把握较低（41%）。请以 300 dpi 重新扫描。 另有 3 处。',
  );
  expect(warningText('3 of 40 chunks were not enriched: The model is away.')).toBe('40 个分段中有 3 个未能增强： The model is away.');
  expect(warningText('Only the first 10,000 of 2,400,000 characters can be found: a whole document as parent holds no more.'))
    .toBe('2,400,000 字中只有前 10,000 字可检索：全文作父分段时最多这么长。');
});

it('leaves the words of the server where they are English anyway or not known', async () => {
  await prepareWords(['documents']);

  expect(warningText('Page 3 could not be drawn within the limits of memory and time.'))
    .toBe('Page 3 could not be drawn within the limits of memory and time.');
  expect(warningText('Something new was left out.')).toBe('Something new was left out.');
});
