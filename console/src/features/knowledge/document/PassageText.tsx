import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { count } from '../../../ui/format';
import { passageQuery } from '../queries';
import type { Chunk, Passage, TextRange } from '../types';
import { Marked } from './Marked';

interface PassageTextProps {
  base: string;
  document: string;
  /** The chosen chunk's key. */
  chunk: string;
  /** The chunk under the pointer: outlined where it stands in the same part of the text. */
  hovered: Chunk | undefined;
}

/** The document's text around a chunk, which is marked and in sight. */
export function PassageText({ base, document, chunk, hovered }: PassageTextProps) {
  const ws = useWorkspaceId();
  const query = useQuery(passageQuery(ws, base, document, chunk));
  return <Result query={query} compact>{(passage) => <Text passage={passage} hovered={hovered} />}</Result>;
}

function Text({ passage, hovered }: { passage: Passage; hovered: Chunk | undefined }) {
  const { t } = useTranslation('knowledge');
  const element = useRef<HTMLDivElement>(null);
  const { text, offset, total, highlight } = passage;
  useEffect(() => {
    element.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [passage]);

  return (
    <div ref={element} className="md-passage">
      <p className="md-meta">
        {t('passage.place', { from: count(offset + 1), to: count(offset + text.length), total: count(total) })}
      </p>
      <div className="md-passage-text">
        {offset > 0 && '… '}
        <Marked text={text} marks={[highlight]} outlined={rangeOf(text, hovered, highlight)} />
        {offset + text.length < total && ' …'}
      </div>
    </div>
  );
}

// Chunks do not say where they stand; their text does, and the one nearest to what is marked is meant.
function rangeOf(text: string, chunk: Chunk | undefined, near: TextRange): TextRange | undefined {
  if (!chunk) return undefined;
  let best: number | undefined;
  for (let at = text.indexOf(chunk.content); at >= 0; at = text.indexOf(chunk.content, at + 1)) {
    if (best === undefined || Math.abs(at - near.start) < Math.abs(best - near.start)) best = at;
  }
  return best === undefined ? undefined : { start: best, length: chunk.content.length };
}
