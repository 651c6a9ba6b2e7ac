import type { UploadOptions } from '../../../api/upload';
import type { ChatFile, FileKind, GivenFile } from '../types';
import { allows, kindOf, maxBytesOf, type FileTakes } from './takes';

/** A file that is to go with a question. */
export interface Attachment {
  key: number;
  name: string;
  /** Bytes; unknown of what lies elsewhere. */
  size?: number;
  kind?: FileKind;
  state: 'waiting' | 'uploading' | 'done' | 'failed';
  /** 0 to 1. */
  progress: number;
  /** An address of this page that shows the picture. */
  preview?: string;
  error?: unknown;
  given?: GivenFile;
}

/** A file that was not taken, and why. */
export interface Refusal {
  reason: 'kind' | 'size' | 'count' | 'address';
  name: string;
  /** Files or bytes. */
  limit?: number;
}

export interface AttachmentList {
  items: readonly Attachment[];
  refusals: readonly Refusal[];
}

type Upload = (file: File, options: UploadOptions) => Promise<ChatFile>;

interface Job {
  file: File;
  takes: FileTakes;
  abort: AbortController;
}

const atOnce = 2;
let nextKey = 1;

/** Files on their way to the server: taken or refused at once, sent two at a time. It outlives the page that shows it. */
export class AttachmentStore {
  readonly #upload: Upload;
  readonly #listeners = new Set<() => void>();
  readonly #jobs = new Map<number, Job>();
  #list: AttachmentList = { items: [], refusals: [] };

  constructor(upload: Upload) {
    this.#upload = upload;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly list = (): AttachmentList => this.#list;

  /** Some are still on their way, or did not arrive. */
  get isUnready(): boolean {
    return this.#list.items.some(({ state }) => state !== 'done');
  }

  get given(): GivenFile[] {
    return this.#list.items.flatMap(({ given }) => given ?? []);
  }

  add(files: readonly File[], takes: FileTakes): void {
    const refusals: Refusal[] = [];
    const added: Attachment[] = [];
    for (const file of files) {
      const { name, size } = file;
      const most = maxBytesOf(takes, name);
      if (!allows(takes, name, kindOf(name))) refusals.push({ reason: 'kind', name });
      else if (most !== undefined && size > most) refusals.push({ reason: 'size', name, limit: most });
      else if (this.#list.items.length + added.length >= takes.limit) refusals.push({ reason: 'count', name, limit: takes.limit });
      else {
        const key = nextKey++;
        const kind = kindOf(name);
        this.#jobs.set(key, { file, takes, abort: new AbortController() });
        added.push({
          key, name, size, kind, state: 'waiting', progress: 0, preview: kind === 'image' ? URL.createObjectURL(file) : undefined,
        });
      }
    }
    // One sentence says that there were too many, however many more.
    const tooMany = refusals.findIndex(({ reason }) => reason === 'count');
    this.#change({
      items: [...this.#list.items, ...added],
      refusals: refusals.filter(({ reason }, at) => reason !== 'count' || at === tooMany),
    });
    this.#pump();
  }

  /** Takes a file by its address; the server fetches it when the question is asked. */
  addAddress(text: string, takes: FileTakes): boolean {
    const address = addressOf(text);
    if (!address) return this.#refuse({ reason: 'address', name: text.trim() });
    const name = decodeURIComponent(address.pathname.split('/').findLast((part) => part !== '') ?? '') || address.host;
    if (this.#list.items.length >= takes.limit) return this.#refuse({ reason: 'count', name, limit: takes.limit });
    const kind = kindOf(name) ?? takes.kinds[0] ?? 'custom';
    const url = address.href;
    this.#change({
      refusals: [],
      items: [...this.#list.items, {
        key: nextKey++, name, kind, state: 'done', progress: 1,
        given: givenOf({ id: url, name, mime_type: '', kind, size: 0, url }),
      }],
    });
    return true;
  }

  /** Takes it out, and cancels it when it is on its way. */
  remove(key: number): void {
    this.#jobs.get(key)?.abort.abort();
    this.#jobs.delete(key);
    this.#forget(this.#list.items.filter((one) => one.key === key));
    this.#change({ items: this.#list.items.filter((one) => one.key !== key), refusals: [] });
    this.#pump();
  }

  retry(key: number): void {
    const job = this.#jobs.get(key);
    if (!job) return;
    this.#jobs.set(key, { ...job, abort: new AbortController() });
    this.#set(key, { state: 'waiting', progress: 0, error: undefined });
    this.#pump();
  }

  clear(): void {
    for (const { abort } of this.#jobs.values()) abort.abort();
    this.#jobs.clear();
    this.#forget(this.#list.items);
    this.#change({ items: [], refusals: [] });
  }

  dismiss(): void {
    this.#change({ refusals: [] });
  }

  #pump(): void {
    const { items } = this.#list;
    const free = atOnce - items.filter(({ state }) => state === 'uploading').length;
    for (const { key } of items.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))) void this.#send(key);
  }

  async #send(key: number): Promise<void> {
    const { file, takes, abort } = this.#jobs.get(key)!;
    this.#set(key, { state: 'uploading' });
    try {
      const sent = await this.#upload(file, { signal: abort.signal, onProgress: (progress) => this.#set(key, { progress }) });
      if (abort.signal.aborted) return;
      this.#jobs.delete(key);
      if (allows(takes, sent.name, sent.kind)) this.#set(key, { state: 'done', progress: 1, kind: sent.kind, given: givenOf(sent) });
      else {
        this.remove(key);
        this.#refuse({ reason: 'kind', name: sent.name });
      }
    } catch (error) {
      if (!abort.signal.aborted) this.#set(key, { state: 'failed', error });
    } finally {
      this.#pump();
    }
  }

  #refuse(refusal: Refusal): false {
    this.#change({ refusals: [refusal] });
    return false;
  }

  #set(key: number, change: Partial<Attachment>): void {
    this.#change({ items: this.#list.items.map((one) => (one.key === key ? { ...one, ...change } : one)) });
  }

  #change(change: Partial<AttachmentList>): void {
    this.#list = { ...this.#list, ...change };
    for (const listener of this.#listeners) listener();
  }

  #forget(items: readonly Attachment[]): void {
    for (const { preview } of items) if (preview) URL.revokeObjectURL(preview);
  }
}

/** Refers to a file that was shown: one that the server has, or one that it has yet to fetch. */
export const givenOf = (file: ChatFile): GivenFile => ({
  shown: file,
  reference: file.id === file.url
    ? { type: file.kind, transfer_method: 'remote_url', url: file.url }
    : { type: file.kind, transfer_method: 'local_file', upload_file_id: file.id },
});

function addressOf(text: string): URL | undefined {
  const address = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  return address && /^https?:$/.test(address.protocol) ? address : undefined;
}
