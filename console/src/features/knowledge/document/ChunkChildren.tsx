import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { count } from '../../../ui/format';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import type { ChunkContext } from './ChunkContext';
import { draftOfChild, keyOf, useDraft } from './ChunkDrafts';
import { ChunkEditor } from './ChunkEditor';
import type { ChildChunk, Chunk } from './types';
import { childrenQuery } from './queries';
import { useChildActs } from './useChildActs';

/** What leads to a chunk: its child chunks, questions that it answers, summaries. Folded until somebody looks. */
export function ChunkChildren({ chunk, context }: { chunk: Chunk; context: ChunkContext }) {
  const { t } = useTranslation('document');
  const { unfolded, onUnfold, drafts, editing } = context;
  const acts = useChildActs(context.document, chunk, context.acts);
  const key = keyOf.addedChild(chunk.id);
  const added = useDraft(drafts, key);
  const isUnfolded = unfolded.has(chunk.id);
  if (chunk.child_count === 0 && !added) return null;

  return (
    <div className="md-children">
      {chunk.child_count > 0 && (
        <button type="button" className="md-link" aria-expanded={isUnfolded} onClick={() => onUnfold(chunk.id, !isUnfolded)}>
          {isUnfolded ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
          {t('child.count', { count: chunk.child_count, shown: count(chunk.child_count) })}
        </button>
      )}
      {isUnfolded && chunk.child_count > 0 && <Children chunk={chunk} context={context} acts={acts} />}
      {added && (
        <section aria-label={t('child.add')}>
          <p className="md-meta">{t('child.add')}</p>
          <ChunkEditor
            isChild draft={added} onChange={(draft) => drafts.set(key, draft)} onGiveUp={() => editing.giveUp(key)}
            onSave={async () => {
              await acts.add(added.content);
              drafts.drop(key);
              onUnfold(chunk.id, true);
            }}
          />
        </section>
      )}
    </div>
  );
}

interface ChildrenProps {
  chunk: Chunk;
  context: ChunkContext;
  acts: ReturnType<typeof useChildActs>;
}

function Children({ chunk, context, acts }: ChildrenProps) {
  const ws = useWorkspaceId();
  const query = useQuery(childrenQuery(ws, context.document, chunk));
  return (
    <Result query={query} compact>
      {(children) => (
        <ul>{children.map((child) => <Child key={child.id} child={child} context={context} acts={acts} />)}</ul>
      )}
    </Result>
  );
}

function Child({ child, context, acts }: Omit<ChildrenProps, 'chunk'> & { child: ChildChunk }) {
  const { t } = useTranslation('document');
  const { drafts, editing } = context;
  const key = keyOf.child(child.id);
  const draft = useDraft(drafts, key);
  const [isDeleting, setDeleting] = useState(false);
  const { kind, position, content, word_count: characters, edited } = child;
  const name = `${t(`child.${kind}`)} ${count(position)}`;
  const mayChange = context.mayChange && context.fixed === undefined;

  return (
    <li>
      <p className="md-meta md-num">
        <span>{name}</span>
        <span>{t('knowledge:fact.characters', { shown: count(characters) })}</span>
        {edited && <span>✎ {t('chunk.edited')}</span>}
        {mayChange && (
          <span className="md-chunk-acts">
            <button type="button" className="md-icon-button" aria-label={t('child.edit', { name })} onClick={() => drafts.set(key, draft ?? draftOfChild(child))}>
              <Pencil size={13} />
            </button>
            <button type="button" className="md-icon-button" aria-label={t('child.delete', { name })} onClick={() => setDeleting(true)}>
              <Trash2 size={13} />
            </button>
          </span>
        )}
      </p>
      {draft ? (
        <ChunkEditor
          isChild draft={draft} onChange={(next) => drafts.set(key, next)} onGiveUp={() => editing.giveUp(key)}
          onSave={async () => {
            await acts.edit(child, draft.content);
            drafts.drop(key);
          }}
        />
      ) : <p className="md-chunk-text">{content}</p>}
      <ConfirmDestructive
        open={isDeleting} title={t('child.delete.title', { name })} consequence={t('child.delete.consequence')}
        verb={t('common:delete')} onClose={() => setDeleting(false)} onConfirm={() => acts.remove(child)}
      />
    </li>
  );
}
