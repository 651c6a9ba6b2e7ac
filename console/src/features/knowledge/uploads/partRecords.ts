import type { DuplicateRule } from '../types';

/** What the browser remembers of a file that comes in parts, so that it can be gone on with after a reload. */
export interface PartRecord {
  /** The server's id of the upload. */
  key: string;
  /** Bytes that a part should have. */
  chunk: number;
  workspace: string;
  base: string;
  name: string;
  size: number;
  /** Milliseconds; with name and size it tells whether a file is the same one. */
  modified: number;
  path: string;
  duplicate: DuplicateRule;
  /** From 0 to 1, as far as it was known. */
  sent: number;
}

const place = 'middeck.uploads';

/** The uploads in parts that this browser began and did not end. */
export function partRecords(): readonly PartRecord[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept as PartRecord[] : [];
  } catch {
    return [];
  }
}

export function keepRecord(record: PartRecord): void {
  write([...partRecords().filter(({ key }) => key !== record.key), record]);
}

export function dropRecord(key: string | undefined): void {
  if (key !== undefined) write(partRecords().filter((one) => one.key !== key));
}

/** Whether a file is the one that a record speaks of. */
export const isSameFile = (record: PartRecord, file: File): boolean =>
  record.name === file.name && record.size === file.size && record.modified === file.lastModified;

function write(records: readonly PartRecord[]): void {
  localStorage.setItem(place, JSON.stringify(records));
}
