import { vi } from 'vitest';

/** A database of the browser with one store of values by name, which jsdom has not got; gives what it holds. */
export function fakeIndexedDb(): Map<string, unknown> {
  const held = new Map<string, unknown>();
  const answered = (result: unknown) => {
    const request: { result: unknown; onsuccess?: () => void } = { result };
    queueMicrotask(() => request.onsuccess?.());
    return request;
  };
  const objectStore = () => ({
    get: (name: string) => answered(held.get(name)),
    put: (value: unknown, name: string) => answered(held.set(name, structuredClone(value))),
    delete: (name: string) => answered(held.delete(name)),
  });
  vi.stubGlobal('indexedDB', { open: () => answered({ transaction: () => ({ objectStore }), close: () => undefined }) });
  return held;
}
