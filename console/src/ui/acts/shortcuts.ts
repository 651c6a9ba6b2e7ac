import { preferences } from '../preferences/preferences';
import { allActs, type Act } from './acts';

const sequenceTime = 900;
let prefix = '';
let prefixAt = 0;

/** Listens for the keys of all acts; returns how to stop. */
export function listenForShortcuts(target: Window = window): () => void {
  target.addEventListener('keydown', onKeyDown);
  return () => target.removeEventListener('keydown', onKeyDown);
}

function onKeyDown(event: KeyboardEvent): void {
  // 229 is what browsers report while an input method composes, also when isComposing is not set yet.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  const act = actOf(event);
  if (!act) return;
  event.preventDefault();
  act.run();
}

function actOf(event: KeyboardEvent): Act | undefined {
  const key = event.key.toLowerCase();
  if (event.metaKey || event.ctrlKey) {
    if (event.altKey) return undefined;
    return find(`mod+${event.shiftKey ? 'shift+' : ''}${key}`);
  }
  if (event.altKey || !preferences().shortcuts || isTyping(event.target) || isCovered(event.target)) return undefined;

  const pressed = event.shiftKey && /^[a-z]$/.test(key) ? `shift+${key}` : key;
  const sequence = prefix && event.timeStamp - prefixAt < sequenceTime ? find(`${prefix} ${pressed}`) : undefined;
  prefix = '';
  if (sequence) return sequence;
  if (allActs().some((act) => act.keys?.startsWith(`${pressed} `))) {
    prefix = pressed;
    prefixAt = event.timeStamp;
  }
  return find(pressed);
}

const find = (keys: string) => allActs().find((act) => act.keys === keys);

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'));
}

// Under an open drawer or dialog the page's keys would act on what cannot be seen.
function isCovered(target: EventTarget | null): boolean {
  return document.querySelector('[aria-modal=true]') !== null
    || (target instanceof HTMLElement && target.closest('[role=menu], [role=listbox]') !== null);
}
