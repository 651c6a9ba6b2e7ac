import { useTranslation } from 'react-i18next';
import type { TextRange } from '../types';
import { Marked } from './Marked';
import type { Chunk } from './types';

/** What a chunk says, with its answer and summary; the words that were searched for are marked. */
export function ChunkText({ chunk, search }: { chunk: Chunk; search: string }) {
  const { t } = useTranslation('document');
  const { content, answer, summary, keywords } = chunk;
  return (
    <div className="md-chunk-words">
      <p className="md-chunk-text">{marked(content, search)}</p>
      {answer !== null && <p className="md-chunk-text"><b>{t('chunk.answer')}</b> {marked(answer, search)}</p>}
      {summary !== null && <p className="md-chunk-text md-soft"><b>{t('chunk.summary')}</b> {summary}</p>}
      {keywords.length > 0 && <p className="md-meta md-ellipsis">{t('chunk.keywords', { words: keywords.join(', ') })}</p>}
    </div>
  );
}

const marked = (text: string, search: string) => (search === '' ? text : <Marked text={text} marks={rangesOf(text, search)} />);

/** Where the words stand, whatever their case. */
function rangesOf(text: string, search: string): TextRange[] {
  const [within, words] = [text.toLowerCase(), search.toLowerCase()];
  // Some letters have another length in lower case; marks would stand beside them.
  if (within.length !== text.length) return [];
  const ranges: TextRange[] = [];
  for (let start = within.indexOf(words); start >= 0; start = within.indexOf(words, start + words.length)) {
    ranges.push({ start, length: words.length });
  }
  return ranges;
}
