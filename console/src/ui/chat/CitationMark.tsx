import { Fragment, useContext, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SourcesContext } from './SourcesContext';
import './Sources.css';

interface CitationMarkProps {
  positions: readonly number[];
  /** What the model wrote: shown when there is no such passage. */
  raw: string;
}

/** `[1]` as a chip that opens its passage, glued to the word before it. */
export function CitationMark({ positions, raw }: CitationMarkProps) {
  const { t } = useTranslation('chat');
  const { citations, current, open } = useContext(SourcesContext);
  const known = positions.flatMap((position) => citations.find((citation) => citation.position === position) ?? []);
  if (known.length === 0) return raw;
  return known.map(({ position, document_name }) => (
    <Fragment key={position}>
      {'\u2060'}
      {/* A span and not a button: a button is a box of its own, before which browsers break the line. */}
      <span
        role="button"
        tabIndex={0}
        className="md-cite"
        data-citation={position}
        aria-pressed={position === current}
        aria-label={t('source.open', { position, name: document_name })}
        onClick={() => open(position)}
        onKeyDown={(event) => openByKey(event, () => open(position))}
      >
        {position}
      </span>
    </Fragment>
  ));
}

function openByKey(event: KeyboardEvent, open: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  open();
}
