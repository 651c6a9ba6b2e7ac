/** Puts a text in place of the selection, in a way that the field's own undo knows. */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus({ preventScroll: true });
  const { selectionStart, selectionEnd } = field;
  if (text === '' && selectionStart === selectionEnd) return;
  // Deprecated and without a successor: nothing else writes into a field's history.
  if (document.execCommand?.(text === '' ? 'delete' : 'insertText', false, text)) return;
  field.setRangeText(text, selectionStart, selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
