import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../api/problem';
import type { Chunk } from './types';

interface ChunkConflictProps {
  /** `knowledge.chunk_changed`, with the chunk as it stands now. */
  problem: Problem;
  busy: boolean;
  onMine: (expected: string) => void;
  onTheirs: () => void;
}

/** Somebody else was faster: their text, and the choice between the two. */
export function ChunkConflict({ problem, busy, onMine, onTheirs }: ChunkConflictProps) {
  const { t } = useTranslation('document');
  const theirs = problem.extensions as Pick<Chunk, 'content' | 'answer' | 'updated_at'>;
  return (
    <section className="md-chunk-conflict" role="alert" aria-label={t('conflict.title')}>
      <p><span aria-hidden>! </span>{t('conflict.title')}</p>
      <blockquote>
        {theirs.content}
        {theirs.answer && <p>{theirs.answer}</p>}
      </blockquote>
      <div className="md-chunk-editor-foot">
        <Button size="small" danger disabled={busy} onClick={() => onMine(theirs.updated_at)}>{t('conflict.mine')}</Button>
        <Button size="small" disabled={busy} onClick={onTheirs}>{t('conflict.theirs')}</Button>
      </div>
    </section>
  );
}
