import { FileText, X } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../form/PlainButton';
import type { TurnActs } from './TurnView';
import type { Turn } from './types';
import './files/Files.css';

interface QuestionEditorProps {
  turn: Turn;
  acts: TurnActs;
  initial: string;
}

/** Asks a question differently: Enter sends, Esc leaves it as it was. */
export function QuestionEditor({ turn, acts, initial }: QuestionEditorProps) {
  const { t } = useTranslation('talk');
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(initial);
  const [files, setFiles] = useState(turn.files ?? []);
  const send = () => text.trim() !== '' && acts.askDifferently(turn, text.trim(), files);

  useLayoutEffect(() => {
    const element = field.current!;
    element.style.height = 'auto';
    if (element.scrollHeight > 0) element.style.height = `${element.scrollHeight}px`;
  }, [text]);
  useLayoutEffect(() => {
    field.current!.focus();
    field.current!.setSelectionRange(initial.length, initial.length);
  }, [initial]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      acts.edit(undefined);
    }
  };

  return (
    <div className="md-question-editor">
      {files.length > 0 && (
        <ul className="md-files" aria-label={t('files.of_question')}>
          {files.map((file) => (
            <li key={file.id} className="md-file">
              <FileText size={16} aria-hidden />
              <span className="md-ellipsis">{file.name}</span>
              <button
                type="button" className="md-icon-button" aria-label={t('files.remove', { name: file.name })}
                onClick={() => setFiles(files.filter((one) => one !== file))}
              >
                <X size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <textarea
        ref={field} rows={1} value={text} aria-label={t('question.edit')}
        onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown}
      />
      <div className="md-question-buttons">
        <span className="md-meta">{t('question.edit.note')}</span>
        <PlainButton onClick={() => acts.edit(undefined)}>{t('common:cancel')}</PlainButton>
        <PlainButton primary onClick={send} aria-disabled={text.trim() === ''}>{t('question.send')}</PlainButton>
      </div>
    </div>
  );
}
