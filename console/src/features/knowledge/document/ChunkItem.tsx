import { Checkbox, Switch } from 'antd';
import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { count } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { RowMenu } from '../../../ui/table/RowMenu';
import { ChunkChildren } from './ChunkChildren';
import { ChunkEditor } from './ChunkEditor';
import { ChunkText } from './ChunkText';
import { keyOf, useDraft } from './ChunkDrafts';
import type { ChunkContext } from './ChunkContext';
import type { Chunk } from './types';

interface ChunkItemProps {
  chunk: Chunk;
  index: number;
  context: ChunkContext;
  isChosen: boolean;
  isHovered: boolean;
  measure: ((element: HTMLLIElement | null) => void) | undefined;
}

/** A chunk with its figures and what can be done with it; choosing it shows its place in the text. */
export function ChunkItem({ chunk, index, context, isChosen, isHovered, measure }: ChunkItemProps) {
  const { t } = useTranslation('document');
  const { editing, drafts, selection, onChoose, onHover, mayChange } = context;
  const draft = useDraft(drafts, chunk.id);
  const added = useDraft(drafts, keyOf.added(chunk.id));
  const { id, position, page, heading, place } = chunk;

  return (
    <li
      ref={measure} className="md-chunk" data-index={index} data-chunk-row={id} data-chosen={isChosen || undefined}
      data-hovered={isHovered || undefined} onMouseEnter={() => onHover(chunk)}
    >
      <button
        type="button" className="md-chunk-cover" aria-pressed={isChosen} aria-label={t('knowledge:chunk.show', { position })}
        onClick={() => onChoose(id)} onFocus={() => onHover(chunk)}
      />
      <div className="md-chunk-head">
        {mayChange && (
          <Checkbox
            aria-label={t('chunk.select', { position })} checked={selection.has(id)}
            onChange={(event) => selection.toggle(id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
          />
        )}
        <Figures chunk={chunk} />
        <ChunkButtons chunk={chunk} context={context} />
      </div>
      {(heading || place || page !== null) && (
        <p className="md-meta md-chunk-place">
          {[page !== null && t('knowledge:chunk.page', { page }), place, heading].filter(Boolean).join(' · ')}
        </p>
      )}
      {draft ? (
        <ChunkEditor
          draft={draft}
          onChange={(next) => drafts.set(id, next)}
          onSave={(expected) => editing.save(chunk, draft, expected)}
          onSplit={(caret) => editing.split(chunk, draft, caret)}
          onTheirs={() => editing.theirs(chunk)}
          onGiveUp={() => editing.giveUp(id)}
        />
      ) : <ChunkText chunk={chunk} search={context.search} />}
      <ChunkChildren chunk={chunk} context={context} />
      {added && (
        <section className="md-chunk-added" aria-label={t('chunk.new')}>
          <p className="md-meta">{t('chunk.new')}</p>
          <ChunkEditor
            draft={added}
            onChange={(next) => drafts.set(keyOf.added(id), next)}
            onSave={() => editing.saveNew(chunk, added).then((saved) => onChoose(saved.id))}
            onGiveUp={() => editing.giveUp(keyOf.added(id))}
          />
        </section>
      )}
    </li>
  );
}

function Figures({ chunk }: { chunk: Chunk }) {
  const { t } = useTranslation('document');
  const { position, word_count: characters, hit_count: hits, enabled, edited, embedding } = chunk;
  return (
    <p className="md-meta md-num">
      <span>#{count(position)}</span>
      <span>{t('knowledge:fact.characters', { shown: count(characters) })}</span>
      <span>{t('knowledge:chunk.hits', { shown: count(hits) })}</span>
      {edited && <span title={t('chunk.edited.help')}>✎ {t('chunk.edited')}</span>}
      {!enabled && <StateTag state="disabled" />}
      {embedding === 'pending' && <span title={t('chunk.pending.help')}><StateTag state="pending" as="running">{t('chunk.pending')}</StateTag></span>}
    </p>
  );
}

function ChunkButtons({ chunk, context }: { chunk: Chunk; context: ChunkContext }) {
  const { t } = useTranslation('document');
  const { mayChange, fixed, attempt, editing, merge, onDelete } = context;
  const { position, enabled } = chunk;
  if (!mayChange) return null;
  const isFixed = fixed !== undefined;
  return (
    <span className="md-chunk-acts" title={fixed && t(fixed)}>
      <Switch
        size="small" checked={enabled} disabled={isFixed} aria-label={t('chunk.enabled', { position })}
        onChange={(on) => void attempt(() => editing.enable(chunk, on))}
      />
      <button
        type="button" className="md-icon-button" aria-label={t('chunk.edit', { position })} aria-disabled={isFixed}
        onClick={() => !isFixed && editing.edit(chunk)}
      >
        <Pencil size={14} />
      </button>
      <RowMenu
        label={t('chunk.acts', { position })}
        items={[
          { key: 'add', label: t('chunk.add_below'), onClick: () => editing.addBelow(chunk) },
          { key: 'merge', label: t('chunk.merge'), onClick: () => merge(chunk) },
          { key: 'child', label: t('child.add'), onClick: () => editing.addChild(chunk) },
          { key: 'delete', label: t('common:delete'), danger: true, onClick: () => onDelete([chunk]) },
        ].map((item) => ({ ...item, disabled: isFixed }))}
      />
    </span>
  );
}
