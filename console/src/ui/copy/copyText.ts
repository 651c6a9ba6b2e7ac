/** Copies text; false when the browser refuses, as some do over plain HTTP: then select it and say so. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

// Over plain HTTP there is no clipboard object; the old command still works in most browsers.
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'md-hidden';
  area.readOnly = true;
  const parent = document.querySelector('[aria-modal=true]') ?? document.body;
  parent.append(area);
  const before = document.activeElement;
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}

/** Selects the text of an element, so that ⌘C or Ctrl C copies it. */
export function selectText(element: HTMLElement): void {
  window.getSelection()?.selectAllChildren(element);
}
