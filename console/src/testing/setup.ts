import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import * as React from 'react';
import { afterEach } from 'vitest';
import { closeToast, currentToasts } from '../ui/toast/toast';
import { quickStyles } from './computedStyle';

// A page of many fields takes its time on a machine that does other things too.
configure({ asyncUtilTimeout: 5000 });

// jsdom has no layout and so none of these; Ant Design asks for them while it mounts.
class NoResize implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

globalThis.ResizeObserver ??= NoResize;
globalThis.matchMedia ??= ((query: string) => ({
  matches: false, media: query, onchange: null,
  addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {}, dispatchEvent: () => false,
})) as typeof globalThis.matchMedia;
Element.prototype.scrollIntoView ??= () => {};
quickStyles();

// React keeps with each element a stack that tells where it was made, for its warnings: a tenth of the time of the tests. Above
// this count it takes none.
const counted = (React as unknown as Record<string, object>).__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE;
if (counted) Object.defineProperty(counted, 'recentlyCreatedOwnerStacks', { get: () => 10_000, set() {} });

// The files of tests share one window: each test leaves it as it found it.
afterEach(() => {
  cleanup();
  for (const { id } of currentToasts()) closeToast(id);
  localStorage.clear();
  sessionStorage.clear();
  document.body.replaceChildren();
});
