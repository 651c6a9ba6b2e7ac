import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InlineConfirm } from '../../../ui/chat/InlineConfirm';
import { PlainButton } from '../../../ui/form/PlainButton';
import { Time } from '../../../ui/Time';
import type { Fact } from './queries';

interface FactLineProps {
  fact: Fact;
  /** Both reject when the server refuses. */
  onCorrect: (text: string) => Promise<unknown>;
  onForget: () => Promise<unknown>;
}

type Mode = 'read' | 'edit' | 'ask';

/** One thing that is remembered; corrected in its place, forgotten after a question. */
export function FactLine({ fact, onCorrect, onForget }: FactLineProps) {
  const { t } = useTranslation('talk');
  const [mode, setMode] = useState<Mode>('read');
  const [text, setText] = useState(fact.text);
  // The drawer says what went wrong; what was typed stays.
  const done = (work: Promise<unknown>) => void work.then(() => setMode('read'), () => undefined);

  if (mode === 'edit') {
    return (
      <li>
        <form
          className="md-memory-edit"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') done(onCorrect(text.trim()));
          }}
        >
          <textarea
            className="md-text-area" autoFocus rows={2} maxLength={500} value={text} aria-label={t('memory.correct')}
            onChange={(event) => setText(event.target.value)}
          />
          <div>
            <PlainButton onClick={() => setMode('read')}>{t('common:cancel')}</PlainButton>
            <PlainButton primary type="submit">{t('memory.save')}</PlainButton>
          </div>
        </form>
      </li>
    );
  }
  return (
    <li>
      <div className="md-memory-line">
        <p>{fact.text}<small><Time at={fact.updated_at} /></small></p>
        <button
          type="button" className="md-icon-button" aria-label={t('memory.correct')} title={t('memory.correct')}
          onClick={() => {
            setText(fact.text);
            setMode('edit');
          }}
        >
          <Pencil size={14} />
        </button>
        <button type="button" className="md-icon-button" aria-label={t('memory.forget')} title={t('memory.forget')} onClick={() => setMode('ask')}>
          <Trash2 size={14} />
        </button>
      </div>
      {mode === 'ask' && (
        <InlineConfirm
          question={t('memory.forget.question')} verb={t('memory.forget')}
          onCancel={() => setMode('read')} onConfirm={() => done(onForget())}
        />
      )}
    </li>
  );
}
