import { useInfiniteQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { count } from '../../../ui/format';
import type { KnowledgeDocument } from '../types';
import { chunkListQuery, noFilter } from './queries';
import type { ChunkingPreview } from './types';

/** As many as the server shows of what would be. */
const shown = 50;

/** The chunks that would be, beside those that are. */
export function RechunkPreview({ document, preview }: { document: KnowledgeDocument; preview: UseQueryResult<ChunkingPreview> }) {
  const { t } = useTranslation('document');
  const ws = useWorkspaceId();
  const present = useInfiniteQuery({ ...chunkListQuery(ws, document, noFilter, 0), enabled: document.chunk_count > 0 });
  return (
    <div className="md-rechunk-sides">
      <section aria-label={t('rechunk.now')}>
        <h3>{t('rechunk.now')} <span className="md-meta md-num">{count(document.chunk_count)}</span></h3>
        <ol>
          {(present.data ?? []).slice(0, shown).map((chunk) => (
            <Piece key={chunk.id} position={chunk.position} characters={chunk.word_count} heading={chunk.heading}>{chunk.content}</Piece>
          ))}
        </ol>
      </section>
      <section aria-label={t('rechunk.then')}>
        <Result query={preview} compact>
          {({ chunks, total, is_estimate: isEstimate, warnings }) => (
            <>
              <h3>{t('rechunk.then')} <span className="md-meta md-num">{isEstimate && '≈ '}{count(total)}</span></h3>
              {warnings.map((warning) => <p key={warning} className="md-document-warning" role="note">{warning}</p>)}
              <ol>
                {chunks.map((chunk) => (
                  <Piece
                    key={chunk.position} position={chunk.position} characters={chunk.character_count} heading={chunk.heading}
                    note={chunk.needs_model ? t('rechunk.needs_model') : undefined}
                  >
                    {chunk.content}
                    {chunk.answer !== null && <span className="md-soft">{'\n'}{chunk.answer}</span>}
                    {chunk.children.length > 0 && <Parts parts={chunk.children} />}
                  </Piece>
                ))}
              </ol>
            </>
          )}
        </Result>
      </section>
    </div>
  );
}

interface PieceProps {
  position: number;
  characters: number;
  heading: string | null;
  note?: string;
  children: ReactNode;
}

function Piece({ position, characters, heading, note, children }: PieceProps) {
  const { t } = useTranslation('knowledge');
  return (
    <li>
      <p className="md-meta md-num">
        #{count(position)} · {t('fact.characters', { shown: count(characters) })}{heading && ` · ${heading}`}{note && ` · ${note}`}
      </p>
      <div className="md-rechunk-text">{children}</div>
    </li>
  );
}

function Parts({ parts }: { parts: readonly string[] }) {
  // Two parts may say the same: their place tells them apart.
  return <ul>{parts.map((part, at) => <li key={at}>{part}</li>)}</ul>;
}
