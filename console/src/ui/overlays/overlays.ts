/** Where overlays hang: in the dialog that they belong to, which holds the focus, or beside the page. */
export function overlaysOf(anchor: Element): Element {
  return anchor.closest('[role=dialog]') ?? document.getElementById('overlays') ?? document.body;
}
