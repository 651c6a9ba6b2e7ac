import { useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { insertText } from './insertText';

interface CodeFieldProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
  /** Columns of one step. */
  indent?: 2 | 4;
  minRows?: number;
  placeholder?: string;
}

/** A field for code: line numbers, Tab indents, Enter keeps the indentation. Escape, then Tab, goes on to the next field. */
export function CodeField({ value, onChange, label, indent = 4, minRows = 8, placeholder }: CodeFieldProps) {
  const { t } = useTranslation('flowForms');
  const help = useId();
  const leaves = useRef(false);
  const lines = value.split('\n').length;

  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const field = event.currentTarget;
    const isLeaving = leaves.current;
    leaves.current = event.key === 'Escape' || (isLeaving && event.key === 'Shift');
    if (event.key === 'Escape') event.stopPropagation();
    if (event.key === 'Tab' && !isLeaving) {
      event.preventDefault();
      shift(field, indent, event.shiftKey);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      const line = field.value.slice(0, field.selectionStart).split('\n').at(-1)!;
      const space = /^\s*/.exec(line)![0];
      event.preventDefault();
      insertText(field, `\n${space}${/[:{[(]\s*$/.test(line) ? ' '.repeat(indent) : ''}`);
    }
  };

  return (
    <div className="md-nf-code">
      <div className="md-nf-code-lines" aria-hidden>{Array.from({ length: Math.max(lines, minRows) }, (_, at) => at + 1).join('\n')}</div>
      <textarea
        value={value} aria-label={label} aria-describedby={help} placeholder={placeholder} rows={Math.max(lines, minRows)} wrap="off"
        spellCheck={false}
        autoCapitalize="off" autoComplete="off" autoCorrect="off" onChange={(event) => onChange(event.target.value)} onKeyDown={keyDown}
      />
      <span id={help} className="md-hidden">{t('code.keys')}</span>
    </div>
  );
}

/** Moves the selected lines by a step; without a selection Tab adds spaces where the caret is. */
function shift(field: HTMLTextAreaElement, indent: number, isBack: boolean): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const first = value.lastIndexOf('\n', start - 1) + 1;
  if (start === end && !isBack) return insertText(field, ' '.repeat(indent - ((start - first) % indent)));
  const nextLine = value.indexOf('\n', end);
  const last = nextLine < 0 ? value.length : nextLine;
  const step = ' '.repeat(indent);
  const lines = value.slice(first, last).split('\n');
  const moved = lines.map((line) => (isBack ? line.replace(new RegExp(`^( {1,${indent}}|\t)`), '') : line === '' ? line : step + line));
  const by = moved[0]!.length - lines[0]!.length;
  field.setSelectionRange(first, last);
  insertText(field, moved.join('\n'));
  field.setSelectionRange(Math.max(first, start + by), end + moved.join('\n').length - (last - first));
}
