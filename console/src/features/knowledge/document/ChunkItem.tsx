import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import type { Chunk } from '../types';

interface ChunkItemProps {
  chunk: Chunk;
  isChosen: boolean;
  onChoose: () => void;
  onHover: () => void;
}

/** A chunk with its figures; choosing it shows its place in the text. */
export function ChunkItem({ chunk, isChosen, onChoose, onHover }: ChunkItemProps) {
  const { t } = useTranslation('knowledge');
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);

  const { position, content, word_count: characters, page, enabled, hit_count: hits } = chunk;
  return (
    <li ref={element} className="md-chunk" data-chosen={isChosen || undefined} onMouseEnter={onHover}>
      <button type="button" aria-pressed={isChosen} aria-label={t('chunk.show', { position })} onClick={onChoose} onFocus={onHover} />
      <p className="md-meta md-num">
        <span>#{position}</span>
        {page !== null && <span>{t('chunk.page', { page })}</span>}
        <span>{t('fact.characters', { shown: count(characters) })}</span>
        <span>{t('chunk.hits', { shown: count(hits) })}</span>
        {!enabled && <StateTag state="disabled" />}
      </p>
      <p className="md-chunk-text">{content}</p>
    </li>
  );
}
