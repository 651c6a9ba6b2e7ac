import { api, send } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { upload } from '../../../api/upload';
import { basePath, documentPath } from '../queries';
import type { BeginUpload, KnowledgeDocument, PartsUpload } from '../types';
import { dropRecord, keepRecord, type PartRecord } from './partRecords';

interface PartsOptions {
  workspace: string;
  base: string;
  signal: AbortSignal;
  wanted: BeginUpload;
  /** The upload to go on with. */
  record: PartRecord | undefined;
  onRecord: (record: PartRecord | undefined) => void;
  onProgress: (sent: number) => void;
  onConnected: (isConnected: boolean) => void;
}

const tries = 12;
const longestPause = 30_000;

/**
 * Sends a large file part by part. A lost connection is waited for, and the server says where to go on; what it has forgotten
 * is begun again. Refusals are thrown as `Problem`.
 */
export async function sendInParts(file: File, options: PartsOptions): Promise<KnowledgeDocument> {
  const { workspace, base, signal } = options;
  let { record } = options;
  let offset: number | undefined = undefined;
  let failures = 0;
  for (;;) {
    try {
      if (record && offset === undefined) offset = await offsetOf(record, signal);
      if (!record) {
        record = await begin(file, options);
        offset = 0;
      }
      const after: PartsUpload = await sendPart(file, record, offset!, options);
      options.onConnected(true);
      failures = 0;
      if (after.document_id !== null) {
        forget(record, options);
        return after.document
          ?? await api.get<KnowledgeDocument>(documentPath(base, after.document_id), { signal, workspace });
      }
      offset = after.offset;
      record = { ...record, sent: offset / file.size };
      keepRecord(record);
    } catch (error) {
      if (signal.aborted) throw error;
      if (error instanceof Problem && error.status === 404 && record) {
        forget(record, options);
        record = undefined;
        offset = undefined;
        if (++failures >= tries) throw error;
      } else if (error instanceof Problem && error.code === 'knowledge.upload_offset') {
        // Another tab, or a part whose answer got lost, has brought it further.
        offset = undefined;
        if (++failures >= tries) throw error;
      } else if (isPassing(error) && ++failures < tries) {
        options.onConnected(false);
        await connectionOr(Math.min(longestPause, 500 * 2 ** failures), signal);
        offset = undefined;
      } else {
        if (!isPassing(error)) forget(record, options);
        throw error;
      }
    }
  }
}

/** Gives an upload up, also at the server; what it has of it would else lie there for a day. */
export function giveUp(record: PartRecord): void {
  dropRecord(record.key);
  // Refused when it has just ended by itself, which is as good.
  void api.delete(uploadPath(record), { workspace: record.workspace }).catch(() => undefined);
}

async function begin(file: File, { workspace, base, wanted, signal, onRecord }: PartsOptions): Promise<PartRecord> {
  const begun = await api.post<PartsUpload>(`${basePath(base)}/uploads`, wanted, { workspace, signal });
  const record: PartRecord = {
    key: begun.id, chunk: begun.chunk_size, workspace, base, name: file.name, size: file.size, modified: file.lastModified,
    path: wanted.relative_path ?? '', duplicate: wanted.duplicate ?? 'new_version', sent: 0,
  };
  keepRecord(record);
  onRecord(record);
  return record;
}

function sendPart(file: File, record: PartRecord, offset: number, options: PartsOptions): Promise<PartsUpload> {
  // An empty part asks to finish what came whole but was interrupted before it became a document.
  const part = file.slice(offset, offset + record.chunk);
  return upload<PartsUpload>(uploadPath(record), part, {
    method: 'PATCH',
    workspace: record.workspace,
    signal: options.signal,
    headers: { 'Content-Type': 'application/octet-stream', 'Upload-Offset': String(offset) },
    onProgress: (fraction) => options.onProgress((offset + fraction * part.size) / file.size),
  });
}

async function offsetOf(record: PartRecord, signal: AbortSignal): Promise<number> {
  const answer = await send(uploadPath(record), { method: 'HEAD', workspace: record.workspace, signal });
  return Number(answer.headers.get('Upload-Offset') ?? 0);
}

function forget(record: PartRecord | undefined, { onRecord }: PartsOptions): void {
  dropRecord(record?.key);
  onRecord(undefined);
}

const uploadPath = ({ base, key }: PartRecord) => `${basePath(base)}/uploads/${key}`;

/** What another try may mend: the connection, a server that restarts, too many at once. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof Problem) || error.status === 0 || error.status >= 500 || error.status === 408 || error.status === 429
  || error.status === 401;

function connectionOr(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
