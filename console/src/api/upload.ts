import { headersOf } from './client';
import { Problem } from './problem';
import { accessToken, refresh } from './session';

export interface UploadOptions {
  /** From 0 to 1, of the bytes that have left. */
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
  /** Where it goes; by default the workspace in the address, which may have changed while a file waited for its turn. */
  workspace?: string;
  /** By default `POST`. */
  method?: 'POST' | 'PATCH';
  headers?: Record<string, string>;
}

/** Sends a file, or a part of one as it is, with progress, which `fetch` cannot report. Refusals are thrown as `Problem`. */
export async function upload<T>(path: string, body: FormData | Blob, options: UploadOptions = {}): Promise<T> {
  const used = await accessToken();
  try {
    return await uploadWith<T>(path, body, headersOf(options, used), options);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401 || !(await refresh(used))) throw error;
    return uploadWith<T>(path, body, headersOf(options, await accessToken()), options);
  }
}

/** The same with headers that somebody else knows, such as those of a public page. */
export function uploadWith<T>(
  path: string, body: FormData | Blob, headers: Headers, options: UploadOptions,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(options.method ?? 'POST', path);
    headers.forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => options.onProgress?.(total ? loaded / total : 0);
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300) resolve(answer as T);
      else reject(new Problem(request.status, answer ?? {}));
    };
    request.onerror = () => reject(new Problem(0, { code: 'client.unreachable' }));
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
