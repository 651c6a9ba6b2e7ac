import { vi } from 'vitest';

/** One request of an upload, which travels by XMLHttpRequest so that it can tell how far it is. */
export interface SentUpload {
  method: string;
  path: string;
  headers: Record<string, string>;
  /** The multipart body. */
  form?: FormData;
  /** The bytes of a part. */
  part?: Blob;
}

/** Answers uploads; `lost` is a connection that broke. */
export function fakeUploads(answer: (sent: SentUpload) => { status: number; body: object } | 'lost'): void {
  vi.stubGlobal('XMLHttpRequest', class {
    upload: { onprogress?: (event: object) => void } = {};
    status = 0;
    responseText = '';
    onload?: () => void;
    onerror?: () => void;
    private readonly sent: SentUpload = { method: '', path: '', headers: {} };
    open(method: string, path: string) {
      Object.assign(this.sent, { method, path });
    }
    setRequestHeader(name: string, value: string) {
      this.sent.headers[name.toLowerCase()] = value;
    }
    abort() {}
    send(body: FormData | Blob) {
      const told = answer({ ...this.sent, ...(body instanceof FormData ? { form: body } : { part: body }) });
      this.upload.onprogress?.({ loaded: 1, total: 2 });
      queueMicrotask(() => {
        if (told === 'lost') return this.onerror?.();
        this.status = told.status;
        this.responseText = JSON.stringify(told.body);
        this.onload?.();
      });
    }
  });
}
