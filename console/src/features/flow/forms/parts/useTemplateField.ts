import { useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type FormEvent, type KeyboardEvent, type RefObject } from 'react';
import type { VariableGroup, VariableSelector } from '../../model/graph';
import { labelsFor, outside, tokenOf, tokenRanges, toShown, toStored, type TemplateNames } from '../logic/templateText';
import { useTitles } from '../useTitles';
import { insertText } from './insertText';

/** How references are called in texts that may name these variables. */
export function useTemplateNames(groups: readonly VariableGroup[], words: ReadonlyMap<string, string>): TemplateNames {
  const titles = useTitles();
  return useMemo(() => ({ labels: labelsFor(groups.map((group) => ({ source: group.source, title: titles(group) }))), words }), [groups, words, titles]);
}

interface TemplateFieldOptions {
  value: string;
  onChange: (value: string) => void;
  names: TemplateNames;
  isLine: boolean;
}

/**
 * The keys and the clipboard of a text with references. In the field a reference is one thing: the caret goes over it, a key deletes it whole,
 * and what is copied has the DSL's form.
 */
export function useTemplateField(field: RefObject<HTMLTextAreaElement | null>, { value, onChange, names, isLine }: TemplateFieldOptions) {
  const caret = useRef(0);
  const pending = useRef<number>(undefined);
  // Where `/` or `{` was typed, while the list of variables is open.
  const [trigger, setTrigger] = useState<number>();
  const [end, setEnd] = useState(0);
  const shown = toShown(value, names);

  useLayoutEffect(() => {
    if (pending.current === undefined) return;
    field.current!.setSelectionRange(pending.current, pending.current);
    pending.current = undefined;
  });

  const change = (event: FormEvent<HTMLTextAreaElement>) => {
    const { value: text, selectionEnd } = event.currentTarget;
    const written = isLine ? text.replaceAll(/\s*\n\s*/g, ' ') : text;
    const stored = toStored(written, names);
    // Something was typed that is shown differently: the caret stays behind it.
    if (toShown(stored, names) !== text) pending.current = toShown(toStored(text.slice(0, selectionEnd), names), names).length;
    onChange(stored);
    setEnd(selectionEnd);
    const { inputType, data, isComposing } = event.nativeEvent as InputEvent;
    if (inputType === 'insertText' && !isComposing && (data === '{' || (data === '/' && !isLine))) {
      if (trigger === undefined) setTrigger(selectionEnd - 1);
    } else if (trigger !== undefined && (selectionEnd <= trigger || /\s/.test(text.slice(trigger, selectionEnd)))) {
      setTrigger(undefined);
    }
  };

  const select = () => {
    const { selectionStart, selectionEnd } = field.current!;
    const ranges = tokenRanges(field.current!.value);
    if (selectionStart === selectionEnd) {
      const at = outside(selectionEnd, caret.current, ranges);
      if (at !== selectionEnd) field.current!.setSelectionRange(at, at);
      caret.current = at;
    } else {
      caret.current = selectionEnd;
      const first = ranges.find(({ start, end }) => selectionStart > start && selectionStart < end)?.start ?? selectionStart;
      const last = ranges.find(({ start, end }) => selectionEnd > start && selectionEnd < end)?.end ?? selectionEnd;
      if (first !== selectionStart || last !== selectionEnd) field.current!.setSelectionRange(first, last);
    }
  };

  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && isLine) event.preventDefault();
    const { selectionStart, selectionEnd, value: text } = event.currentTarget;
    if (selectionStart !== selectionEnd || (event.key !== 'Backspace' && event.key !== 'Delete')) return;
    const hit = tokenRanges(text).find(({ start, end }) => (event.key === 'Backspace' ? end : start) === selectionEnd);
    // The key deletes what is selected then, and undo brings it back at once.
    if (hit) event.currentTarget.setSelectionRange(hit.start, hit.end);
  };

  const selected = () => field.current!.value.slice(field.current!.selectionStart, field.current!.selectionEnd);
  const copy = (event: ClipboardEvent) => {
    if (selected() === '') return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', toStored(selected(), names));
  };
  const cut = (event: ClipboardEvent) => {
    copy(event);
    if (event.isDefaultPrevented()) insertText(field.current!, '');
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!text.includes('{{#')) return;
    event.preventDefault();
    insertText(field.current!, toShown(text.replaceAll('\r\n', '\n'), names));
  };

  /** Puts a reference where the caret is, or where it was asked for by a key. */
  const insert = (selector: VariableSelector) => {
    const area = field.current!;
    if (trigger !== undefined) area.setSelectionRange(trigger, area.selectionEnd);
    setTrigger(undefined);
    insertText(area, tokenOf(selector, names));
  };

  return {
    shown, trigger, insert, keyDown,
    query: trigger === undefined ? '' : shown.slice(trigger, Math.max(end, trigger)).replace(/^[/{#]+/, ''),
    close: () => setTrigger(undefined),
    handlers: { onChange: change, onSelect: select, onCopy: copy, onCut: cut, onPaste: paste },
  };
}
