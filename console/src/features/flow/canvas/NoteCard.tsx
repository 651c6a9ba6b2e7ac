import { NodeResizer, type NodeProps } from '@xyflow/react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { resize, setData } from '../model/commands';
import { markdownOf, richTextOf } from '../notes/lexical';
import type { ViewNode } from '../editor/viewNodes';
import { useFlow } from './FlowContext';

const Markdown = lazy(async () => ({ default: (await import('../../../ui/chat/markdown/Markdown')).Markdown }));

/** The colours that the DSL knows for notes. */
export const noteColours = ['blue', 'cyan', 'green', 'yellow', 'pink', 'violet'] as const;

/** A note: Markdown on coloured paper. A double click, or Enter, edits it. */
export function NoteCard({ id, data: { node }, selected }: NodeProps<ViewNode>) {
  const { t } = useTranslation('flow');
  const { editor, readOnly } = useFlow();
  const [draft, setDraft] = useState<string>();
  const text = markdownOf(node.data.text);
  const set = (patch: Record<string, unknown>) => editor.changeGraph('note', (graph) => setData(graph, id, patch));
  const finish = () => {
    if (draft !== undefined && draft !== text) set({ text: richTextOf(draft) });
    setDraft(undefined);
  };
  const edit = () => !readOnly && setDraft(text);
  const colour = noteColours.find((one) => one === node.data.theme) ?? 'yellow';
  return (
    <div className="md-note" data-colour={colour}>
      {!readOnly && (
        <NodeResizer
          isVisible={selected} minWidth={160} minHeight={80} lineClassName="md-resize-line" handleClassName="md-resize-handle"
          onResizeEnd={(_, { width, height, x, y }) => editor.changeGraph('resize', (graph) => resize(graph, id, { width, height }, { x, y }))}
        />
      )}
      <div className="md-flow-grip md-note-head">
        {selected && !readOnly && noteColours.map((one) => (
          <button
            key={one} type="button" className="md-note-colour nodrag" data-colour={one} aria-pressed={one === colour} aria-label={t(`note.colour.${one}`)}
            title={t(`note.colour.${one}`)} onClick={() => set({ theme: one })}
          />
        ))}
        {node.data.showAuthor === true && <span className="md-meta">{String(node.data.author ?? '')}</span>}
      </div>
      {draft === undefined ? (
        <div className="md-note-text nowheel" role="textbox" tabIndex={0} aria-readonly aria-label={t('note')} onDoubleClick={edit} onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
          event.preventDefault();
          event.stopPropagation();
          edit();
        }}
        >
          {text === '' ? <span className="md-quiet">{t('note.empty')}</span> : <Suspense fallback={<p>{text}</p>}><Markdown text={text} /></Suspense>}
        </div>
      ) : (
        <textarea
          className="md-note-edit nodrag nowheel nopan" autoFocus value={draft} aria-label={t('note')} maxLength={20_000}
          onChange={(event) => setDraft(event.target.value)} onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
              event.stopPropagation();
              finish();
            }
          }}
        />
      )}
    </div>
  );
}
