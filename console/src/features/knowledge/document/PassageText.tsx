import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { count } from '../../../ui/format';
import { passageQuery } from '../queries';
import type { KnowledgeDocument, Passage } from '../types';
import { Marked } from './Marked';
import { placesOf } from './placesOf';
import type { Chunk } from './types';

interface PassageTextProps {
  document: KnowledgeDocument;
  /** The chosen chunk's key. */
  chunk: string;
  rows: readonly Chunk[];
  /** The chunk under the pointer: outlined where it stands in the same part of the text. */
  hovered: Chunk | undefined;
  onHover: (chunk: Chunk | undefined) => void;
  onChoose: (id: string) => void;
}

/** The document's text around a chunk, which is marked and in sight. */
export function PassageText({ document, chunk, ...rest }: PassageTextProps) {
  const ws = useWorkspaceId();
  const query = useQuery(passageQuery(ws, document.knowledge_base_id, document.id, chunk));
  return <Result query={query} compact>{(passage) => <Text passage={passage} chunk={chunk} {...rest} />}</Result>;
}

function Text({ passage, chunk, rows, hovered, onHover, onChoose }: Omit<PassageTextProps, 'document'> & { passage: Passage }) {
  const { t } = useTranslation('knowledge');
  const element = useRef<HTMLDivElement>(null);
  const { text, offset, total, highlight } = passage;
  const places = useMemo(() => placesOf(text, rows, chunk, highlight), [text, rows, chunk, highlight]);
  useEffect(() => {
    element.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [passage]);

  const chunkAt = (event: MouseEvent) => {
    const start = (event.target as HTMLElement).closest<HTMLElement>('[data-start]')?.dataset.start;
    const at = start === undefined ? undefined : Number(start);
    return at === undefined ? undefined : places.find(({ range }) => at >= range.start && at < range.start + range.length)?.chunk;
  };
  // Choosing by the pointer is a shortcut to the list beside, where the keyboard reaches everything.
  const onClick = (event: MouseEvent) => {
    const at = chunkAt(event);
    if (at && window.getSelection()?.isCollapsed !== false) onChoose(at.id);
  };

  return (
    <div ref={element} className="md-passage">
      <p className="md-meta">
        {t('passage.place', { from: count(offset + 1), to: count(offset + text.length), total: count(total) })}
      </p>
      <div
        className="md-passage-text" onClick={onClick} onMouseOver={(event) => onHover(chunkAt(event))}
        onMouseLeave={() => onHover(undefined)}
      >
        {offset > 0 && '… '}
        <Marked
          text={text} marks={[highlight]} outlined={places.find((place) => place.chunk.id === hovered?.id)?.range}
          borders={places.flatMap(({ range }) => [range.start, range.start + range.length])}
        />
        {offset + text.length < total && ' …'}
      </div>
    </div>
  );
}
