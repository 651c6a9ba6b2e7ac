import { Problem } from '../../../api/problem';
import type { DuplicateRule, KnowledgeDocument, UploadLimits } from '../types';
import { checkFile } from './checkFile';
import type { ChosenFile } from './droppedFiles';
import { dropRecord, isSameFile, partRecords, type PartRecord } from './partRecords';
import { giveUp, sendInParts } from './sendInParts';
import { sendWhole } from './sendWhole';

/** A file on its way to the server, or one that is not and why. */
export interface Upload {
  id: number;
  base: string;
  name: string;
  size: number;
  /** Its place in the folder that was chosen, its name included; empty for a single file. */
  path: string;
  duplicate: DuplicateRule;
  /** Undefined when a reload took it from the browser: it has to be chosen again. */
  file?: File;
  /** From 0 to 1. */
  sent: number;
  state: 'waiting' | 'sending' | 'reconnecting' | 'lost' | 'refused' | 'skipped';
  error?: unknown;
  /** The document that a skipped file is already. */
  existing?: string;
  /** How far a file in parts is. */
  record?: PartRecord;
}

/** What the files of one choice have in common. */
export interface Order {
  workspace: string;
  base: string;
  limits: UploadLimits | undefined;
  onReceived: (document: KnowledgeDocument) => void;
}

const atOnce = 3;
const inPartsFrom = 20 * 1024 * 1024;
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

/** Whether a file still travels, or will. */
export const isTravelling = ({ state }: Upload): boolean =>
  state === 'waiting' || state === 'sending' || state === 'reconnecting';

/** Sends files, a few at a time. What the limits refuse is listed with its reason; a file that a reload took is gone on with. */
export function addUploads(files: readonly ChosenFile[], duplicate: DuplicateRule, order: Order): void {
  const added: Upload[] = [];
  for (const { file, path } of files) {
    const lost = uploads.find(({ base, state, record }) =>
      base === order.base && state === 'lost' && record !== undefined && isSameFile(record, file));
    if (lost) {
      orders.set(lost.id, order);
      patch(lost.id, { file, state: 'waiting' });
      continue;
    }
    const error = checkFile(file, order.limits);
    const id = nextId++;
    orders.set(id, order);
    added.push({
      id, base: order.base, name: file.name, size: file.size, path, duplicate, file, sent: 0,
      state: error ? 'refused' : 'waiting', error,
    });
  }
  replace([...uploads, ...added]);
  sendNext();
}

/** Lists the files in parts that a reload interrupted; they wait for the same file to be chosen again. */
export function restoreUploads(order: Pick<Order, 'workspace' | 'base'>): void {
  const known = new Set(uploads.map(({ record }) => record?.key));
  const lost = partRecords().filter((record) =>
    record.base === order.base && record.workspace === order.workspace && !known.has(record.key));
  if (lost.length === 0) return;
  replace([...uploads, ...lost.map((record): Upload => ({
    id: nextId++, base: record.base, name: record.name, size: record.size, path: record.path, duplicate: record.duplicate,
    sent: record.sent, state: 'lost', record,
  }))]);
}

/** Stops sending a file, or takes one off the list. */
export function dropUpload(id: number): void {
  const record = uploads.find((one) => one.id === id)?.record;
  aborts.get(id)?.abort();
  if (record) giveUp(record);
  remove(id);
  sendNext();
}

/** Sends a refused file once more, perhaps with another answer to what happens when the base has it already. */
export function retryUpload(id: number, duplicate?: DuplicateRule): void {
  patch(id, { error: undefined, state: 'waiting', ...(duplicate && { duplicate, sent: 0 }) });
  sendNext();
}

function sendNext(): void {
  for (const one of uploads) {
    if (aborts.size >= atOnce) return;
    if (one.state === 'waiting' && one.file && !aborts.has(one.id)) void send(one, one.file);
  }
}

async function send(one: Upload, file: File): Promise<void> {
  const { id, base, path, duplicate, record } = one;
  const { workspace, limits, onReceived } = orders.get(id)!;
  const abort = new AbortController();
  const { signal } = abort;
  aborts.set(id, abort);
  patch(id, { state: 'sending' });
  const onProgress = (sent: number) => patch(id, { sent });
  try {
    const document = file.size > (limits?.in_parts_from ?? inPartsFrom)
      ? await sendInParts(file, {
        workspace, base, signal, record, onProgress,
        wanted: { name: file.name, size: file.size, relative_path: path || null, duplicate },
        onRecord: (kept) => (signal.aborted ? dropRecord(kept?.key) : patch(id, { record: kept })),
        onConnected: (isConnected) => patch(id, { state: isConnected ? 'sending' : 'reconnecting' }),
      })
      : await sendWhole(file, { workspace, base, path, duplicate, signal, onProgress });
    if (document.outcome === 'skipped') patch(id, { state: 'skipped', existing: document.id, file: undefined });
    else remove(id);
    onReceived(document);
  } catch (error) {
    if (!signal.aborted) patch(id, { state: 'refused', error: error instanceof Problem ? error : new Problem(0, {}) });
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
  if (uploads.some(isTravelling)) event.preventDefault();
});
