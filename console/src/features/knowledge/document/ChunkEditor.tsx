import { Button, Checkbox, Input, Select } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem';
import { Keys } from '../../../ui/acts/Keys';
import { FailureNote } from '../../../ui/form/FailureNote';
import { ChunkConflict } from './ChunkConflict';
import { isDirty, type ChunkDraft } from './ChunkDrafts';

interface ChunkEditorProps {
  /** A child has a text alone. */
  isChild?: boolean;
  draft: ChunkDraft;
  onChange: (draft: ChunkDraft) => void;
  /** Saves; with `expected` what somebody else wrote at that time is overwritten. */
  onSave: (expected?: string) => Promise<unknown>;
  /** Saves what is unsaved and makes a chunk of what begins at the caret. */
  onSplit?: (caret: number) => Promise<unknown>;
  /** Throws the draft away and shows what somebody else wrote. */
  onTheirs?: () => Promise<unknown>;
  onGiveUp: () => void;
}

/** A chunk's text under the hands of somebody. Ctrl+Enter saves, Ctrl+Shift+Enter splits at the caret, Esc gives up. */
export function ChunkEditor({ isChild = false, draft, onChange, onSave, onSplit, onTheirs, onGiveUp }: ChunkEditorProps) {
  const { t } = useTranslation('document');
  const editor = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState<'save' | 'split'>();
  const [failure, setFailure] = useState<unknown>();
  const [caret, setCaret] = useState(0);
  const { from, content } = draft;
  const canSplit = onSplit !== undefined && content.slice(0, caret).trim() !== '' && content.slice(caret).trim() !== '';
  useEffect(() => {
    editor.current?.querySelector('textarea')?.focus();
  }, []);

  const attempt = async (what: 'save' | 'split', act: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(what);
    setFailure(undefined);
    try {
      await act();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(undefined);
    }
  };
  const save = (expected?: string) => void attempt('save', () => onSave(expected));
  const split = () => void (canSplit && attempt('split', () => onSplit(caret)));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const act = event.key === 'Escape' ? onGiveUp
      : event.key === 'Enter' && (event.ctrlKey || event.metaKey) ? (event.shiftKey ? split : () => save())
        : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };
  const conflict = failure instanceof Problem && failure.code === 'knowledge.chunk_changed' ? failure : undefined;
  const isParent = from !== undefined && from.child_count > 0 && content !== from.content;

  return (
    <div ref={editor} className="md-chunk-editor" onKeyDown={onKeyDown}>
      <Input.TextArea
        aria-label={t('editor.content')} value={content} autoSize={{ minRows: 3, maxRows: 24 }} maxLength={20_000}
        onChange={(event) => onChange({ ...draft, content: event.target.value })}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
      />
      {!isChild && (from === undefined || from.answer !== null) && (
        <Labelled label={t('editor.answer')}>
          <Input.TextArea
            aria-label={t('editor.answer')} value={draft.answer} autoSize={{ minRows: 1, maxRows: 12 }} maxLength={20_000}
            onChange={(event) => onChange({ ...draft, answer: event.target.value })}
          />
        </Labelled>
      )}
      {from?.summary != null && (
        <Labelled label={t('editor.summary')}>
          <Input.TextArea
            aria-label={t('editor.summary')} value={draft.summary} autoSize={{ minRows: 1, maxRows: 8 }} maxLength={20_000}
            onChange={(event) => onChange({ ...draft, summary: event.target.value })}
          />
        </Labelled>
      )}
      {!isChild && (
        <Labelled label={t('editor.keywords')}>
          <Select
            mode="tags" open={false} suffixIcon={null} aria-label={t('editor.keywords')} value={[...draft.keywords]}
            tokenSeparators={[',', '，', '、']} maxCount={100} onChange={(keywords: string[]) => onChange({ ...draft, keywords })}
          />
        </Labelled>
      )}
      {isParent && (
        <Checkbox checked={draft.remakeChildren} onChange={(event) => onChange({ ...draft, remakeChildren: event.target.checked })}>
          {t('editor.remake_children')}
        </Checkbox>
      )}
      {conflict
        ? <ChunkConflict problem={conflict} busy={busy !== undefined} onMine={save} onTheirs={() => void attempt('save', onTheirs!)} />
        : <FailureNote error={failure} />}
      <div className="md-chunk-editor-foot">
        <Button size="small" type="primary" loading={busy === 'save'} onClick={() => save()}>{t('common:save')}</Button>
        <Keys keys="mod+enter" />
        {onSplit && (
          <Button size="small" loading={busy === 'split'} disabled={!canSplit} title={t('editor.split.help')} onClick={split}>
            {t('editor.split')}
          </Button>
        )}
        <Button size="small" onClick={onGiveUp}>{t('common:cancel')}</Button>
        {isDirty(draft) && <span className="md-meta md-chunk-unsaved">● {t('editor.unsaved')}</span>}
      </div>
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return <div className="md-chunk-field"><span className="md-meta" aria-hidden>{label}</span>{children}</div>;
}
