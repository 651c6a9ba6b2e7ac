/** A line at the bottom left: something finished, or can be undone. */
export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'error';
  action?: { label: string; run: () => void };
}

interface ToastOptions {
  action?: Toast['action'];
  tone?: Toast['tone'];
}

const atMost = 3;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let nextId = 1;

/** Shows a line for 4 s, 8 s with an action; errors stay until closed. Never the only place where an error stands. */
export function toast(text: string, options: ToastOptions = {}): void {
  const { action, tone = 'plain' } = options;
  const id = nextId++;
  replace([...toasts, { id, text, tone, action }].slice(-atMost));
  if (tone !== 'error') setTimeout(() => closeToast(id), action ? 8000 : 4000);
}

export function closeToast(id: number): void {
  replace(toasts.filter((one) => one.id !== id));
}

export const currentToasts = (): readonly Toast[] => toasts;

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replace(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
