import { prepareWords } from '../../testing/render';
import { documentFact, failureText } from './documentFact';
import type { KnowledgeDocument } from './types';

const at = (status: KnowledgeDocument['status'], fact: string | null) => documentFact({ status, fact, error: null, error_code: null });

it('says every counted fact in English', async () => {
  await prepareWords(['knowledge', 'documents']);

  expect(at('parsing', 'page 12 of 40')).toBe('Parse: page 12 of 40');
  expect(at('parsing', '1.2 of 40.0 MB')).toBe('Parse 1.2 / 40 MB');
  expect(at('parsing', 'chapter 3 of 9')).toBe('Parse: chapter 3 of 9');
  expect(at('cleaning', 'page 3/40')).toBe('Clean 3 / 40 pages');
  expect(at('splitting', '0.1/2.4 million characters')).toBe('Split 100,000 / 2.4 M characters');
  expect(at('indexing', 'enriched 3/40 chunks')).toBe('Enriched 3 / 40 chunks');
  expect(at('indexing', '248/1400 chunks')).toBe('Index 248 / 1,400 chunks');
  expect(at('indexing', 'something new')).toBe('Indexing');
  expect(at('waiting', '3/40 chunks')).toBe('Waiting');
});

it('says them in Chinese', async () => {
  await prepareWords(['knowledge', 'documents'], 'zh-CN');

  expect(at('parsing', 'page 12 of 40')).toBe('解析 第 12 / 40 页');
  expect(at('indexing', '248/400 chunks')).toBe('索引 248 / 400 段');
});

it('translates a failure by its code and keeps its place', async () => {
  await prepareWords(['knowledge', 'documents'], 'zh-CN');

  expect(failureText({ error_code: 'knowledge.text_encoding', error: 'The text is neither UTF-8 nor GBK: line 1,204 holds …' }))
    .toBe('第 1,204 行：编码无法识别。另存为 UTF-8 再传。');
  expect(failureText({ error_code: 'knowledge.no_text', error: 'The document holds no text.' })).toBe('文档里没有文字。');
});

it('falls back to the sentence of the server for a code that is not known', async () => {
  await prepareWords(['knowledge', 'documents'], 'zh-CN');

  expect(failureText({ error_code: 'knowledge.brand_new', error: 'Something new broke.' })).toBe('Something new broke.');
});
