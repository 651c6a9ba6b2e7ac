import { ArrowUp, Square } from 'lucide-react';
import { lazy, Suspense, useImperativeHandle, useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentStore } from './files/AttachmentStore';
import type { FileTakes } from './files/takes';
import './Composer.css';

// Only where an app takes files.
const AddFiles = lazy(async () => ({ default: (await import('./files/AddFiles')).AddFiles }));
const Attachments = lazy(async () => ({ default: (await import('./files/Attachments')).Attachments }));

export interface ComposerHandle {
  /** Sends what is written, as the button does. */
  send: () => void;
  fill: (text: string) => void;
  /** Puts words behind what is written, where there is a field for them. */
  add?: (text: string) => void;
}

interface ComposerProps {
  /** Where unsent text is kept over reloads. */
  name: string;
  running: boolean;
  stopping: boolean;
  /** Says why nothing can be asked now. */
  disabledReason?: string;
  /** Says what has to be waited for before this can be sent. */
  waitReason?: string;
  placeholder: string;
  /** What goes with the question, where files are taken. */
  files?: { store: AttachmentStore; takes: FileTakes };
  /** The last question, for ↑ in an empty field. */
  last?: string;
  /** What ↑ does instead. */
  onUp?: () => void;
  /** Another way to put words in. */
  voice?: ReactNode;
  onSend: (text: string) => void;
  onStop: () => void;
  ref?: Ref<ComposerHandle>;
}

/** Where a question is written. Enter sends, unless an input method is still composing with it. */
export function Composer(props: ComposerProps) {
  const { name, running, stopping, disabledReason, waitReason, placeholder, files, last, onUp, voice, onSend, onStop, ref } = props;
  const { t } = useTranslation('chat');
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => kept(name));
  const blocked = running || disabledReason !== undefined || waitReason !== undefined;

  const change = (next: string) => {
    setText(next);
    keep(name, next);
  };
  const send = () => {
    const query = text.trim();
    if (query === '' || blocked) return;
    change('');
    onSend(query);
  };
  useImperativeHandle(ref, () => ({
    send,
    fill: (next) => {
      change(next);
      field.current?.focus();
    },
    add: (more) => {
      change(text.trim() === '' ? more : `${text.trimEnd()} ${more}`);
      field.current?.focus();
    },
  }));

  // Grows with its text up to the height that the style sheet allows.
  useLayoutEffect(() => {
    const element = field.current!;
    element.style.height = 'auto';
    // Nothing is measured while it is hidden, as the preview is on a phone.
    if (element.scrollHeight > 0) element.style.height = `${element.scrollHeight}px`;
  }, [text]);

  const onKeyDown = (event: KeyboardEvent) => {
    // 229: Safari ends the composition before it reports the Enter that ended it.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && running) {
      event.preventDefault();
      onStop();
    } else if (event.key === 'ArrowUp' && text === '') {
      event.preventDefault();
      if (onUp) onUp();
      else if (last) change(last);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files];
    // Text that is copied from an office program comes with a picture of itself.
    if (!files?.takes.local || pasted.length === 0 || event.clipboardData.getData('text/plain') !== '') return;
    event.preventDefault();
    files.store.add(pasted, files.takes);
  };

  return (
    <div className="md-composer" data-blocked={disabledReason !== undefined || undefined}>
      {files && (
        <Suspense fallback={null}>
          <Attachments {...files} />
          {!disabledReason && <AddFiles {...files} />}
        </Suspense>
      )}
      <textarea
        ref={field}
        rows={1}
        value={text}
        placeholder={disabledReason ?? placeholder}
        aria-label={t('composer.label')}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {voice}
      {running ? (
        <button
          type="button" className="md-stop" aria-label={t('composer.stop')} title={t('composer.stop')}
          aria-disabled={stopping} onClick={onStop}
        >
          <Square size={10} fill="currentColor" />
        </button>
      ) : (
        <button
          type="button" className="md-send" aria-label={t('composer.send')} title={disabledReason ?? waitReason ?? t('composer.send')}
          aria-disabled={blocked || text.trim() === ''} onClick={send}
        >
          <ArrowUp size={16} />
        </button>
      )}
    </div>
  );
}

const key = (name: string) => `middeck.unsent.${name}`;

function kept(name: string): string {
  try {
    return sessionStorage.getItem(key(name)) ?? '';
  } catch {
    return '';
  }
}

function keep(name: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key(name));
    else sessionStorage.setItem(key(name), text);
  } catch {
    // Storage may be blocked; the text then lasts as long as the page.
  }
}
