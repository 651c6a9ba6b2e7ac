/** Whether what happens at a target is not meant for the canvas: somebody types, or it lies over or beside it. */
export function isElsewhere(area: Element | null, target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : document.body;
  return element.isContentEditable || element.matches('input, textarea, select') || document.querySelector('[aria-modal=true]') !== null
    || (element !== document.body && !area?.contains(element));
}
