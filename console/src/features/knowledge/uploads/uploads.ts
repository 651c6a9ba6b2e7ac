import { Problem } from '../../../api/problem';
import { upload } from '../../../api/upload';
import { basePath } from '../queries';
import type { KnowledgeDocument, UploadLimits } from '../types';
import { checkFile } from './checkFile';

/** A file on its way to the server, or one that the server or the page did not take. */
export interface Upload {
  id: number;
  base: string;
  file: File;
  /** From 0 to 1. */
  sent: number;
  error?: unknown;
}

interface Order {
  workspace: string;
  base: string;
  limits: UploadLimits | undefined;
  onReceived: (document: KnowledgeDocument) => void;
}

const atOnce = 3;
const listeners = new Set<() => void>();
const orders = new Map<number, Order>();
const aborts = new Map<number, AbortController>();
let uploads: readonly Upload[] = [];
let nextId = 1;

// Outside of React on purpose: going to another page must not stop what is being sent.
export const currentUploads = (): readonly Upload[] => uploads;

export function subscribeUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sends files, a few at a time. What the limits refuse is listed with its reason and not sent. */
export function addUploads(files: readonly File[], order: Order): void {
  const added = files.map((file): Upload => ({
    id: nextId++, base: order.base, file, sent: 0, error: checkFile(file, order.limits),
  }));
  for (const { id } of added) orders.set(id, order);
  replace([...uploads, ...added]);
  sendNext();
}

/** Stops sending a file, or takes a refused one off the list. */
export function dropUpload(id: number): void {
  aborts.get(id)?.abort();
  remove(id);
  sendNext();
}

/** Sends a refused file once more. */
export function retryUpload(id: number): void {
  patch(id, { error: undefined, sent: 0 });
  sendNext();
}

function sendNext(): void {
  for (const one of uploads) {
    if (aborts.size >= atOnce) return;
    if (one.error === undefined && !aborts.has(one.id)) void send(one);
  }
}

async function send({ id, base, file }: Upload): Promise<void> {
  const order = orders.get(id)!;
  const abort = new AbortController();
  aborts.set(id, abort);
  const form = new FormData();
  form.append('file', file);
  try {
    const document = await upload<KnowledgeDocument>(`${basePath(base)}/documents`, form, {
      signal: abort.signal,
      workspace: order.workspace,
      onProgress: (sent) => patch(id, { sent }),
    });
    remove(id);
    order.onReceived(document);
  } catch (error) {
    if (!abort.signal.aborted) patch(id, { error: error instanceof Problem ? error : new Problem(0, {}) });
  } finally {
    aborts.delete(id);
    sendNext();
  }
}

function remove(id: number): void {
  orders.delete(id);
  replace(uploads.filter((one) => one.id !== id));
}

function patch(id: number, change: Partial<Upload>): void {
  replace(uploads.map((one) => (one.id === id ? { ...one, ...change } : one)));
}

function replace(next: readonly Upload[]): void {
  uploads = next;
  for (const listener of listeners) listener();
}

window.addEventListener('beforeunload', (event) => {
  // Unlike a page change, a reload loses the files that have not been sent.
  if (uploads.some(({ error }) => error === undefined)) event.preventDefault();
});
