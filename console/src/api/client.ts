import { problemOf, unreachable } from './problem';
import { accessToken, refresh } from './session';

type QueryValue = string | number | boolean | null | undefined;

export interface CallOptions {
  /** Appended to the address; null, undefined and empty values are left out. */
  query?: Record<string, QueryValue | readonly QueryValue[]>;
  signal?: AbortSignal;
  headers?: Record<string, string>;
  /** The workspace the call works in; by default the one in the page's address. Null sends none. */
  workspace?: string | null;
}

/** Makes one call and gives its answer as it is; refusals are thrown as `Problem`. */
export type Send = (path: string, init?: RequestInit & CallOptions) => Promise<Response>;

/** Calls whose answers are JSON (undefined for 204), by a way of sending them. */
export function callsBy(send: Send) {
  const json = async <T>(method: string, path: string, body: unknown, options: CallOptions = {}): Promise<T> => {
    const form = body instanceof FormData;
    const headers = { ...(body !== undefined && !form && { 'Content-Type': 'application/json' }), ...options.headers };
    const response = await send(path, {
      ...options,
      method,
      headers,
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  };
  return {
    get: <T>(path: string, options?: CallOptions) => json<T>('GET', path, undefined, options),
    post: <T = void>(path: string, body?: unknown, options?: CallOptions) => json<T>('POST', path, body, options),
    put: <T = void>(path: string, body?: unknown, options?: CallOptions) => json<T>('PUT', path, body, options),
    patch: <T = void>(path: string, body?: unknown, options?: CallOptions) => json<T>('PATCH', path, body, options),
    delete: <T = void>(path: string, options?: CallOptions) => json<T>('DELETE', path, undefined, options),
  };
}

/** The calls of the management API. */
export const api = callsBy(send);

/** One authorized call with the answer as it is: for streams, YAML and files. Refusals are thrown as `Problem`. */
export async function send(path: string, init: RequestInit & CallOptions = {}): Promise<Response> {
  const { query, workspace, headers, ...rest } = init;
  const address = withQuery(path, query);
  try {
    const used = await accessToken();
    let response = await fetch(address, { ...rest, headers: headersOf({ headers, workspace }, used) });
    // One refresh, then the refusal stands: the session says signed_out and the shell shows the sign-in page.
    if (response.status === 401 && used && (await refresh(used))) {
      response = await fetch(address, { ...rest, headers: headersOf({ headers, workspace }, await accessToken()) });
    }
    if (!response.ok) throw await problemOf(response);
    return response;
  } catch (error) {
    throw unreachable(error);
  }
}

/** The workspace in the page's address, `/w/{id}/…`. Two tabs can be in two workspaces. */
export function workspaceInUrl(): string | undefined {
  return /^\/w\/([^/]+)/.exec(window.location.pathname)?.[1];
}

/** The headers of every call: who, where, and in which language messages to people are wanted. */
export function headersOf(options: { headers?: HeadersInit; workspace?: string | null }, token: string | undefined): Headers {
  const headers = new Headers(options.headers);
  if (token) headers.set('Authorization', `Bearer ${token}`);
  const workspace = options.workspace === undefined ? workspaceInUrl() : options.workspace;
  if (workspace) headers.set('X-Workspace-Id', workspace);
  headers.set('Accept-Language', document.documentElement.lang);
  return headers;
}

/** Appends a query; arrays repeat their name. */
export function withQuery(path: string, query: CallOptions['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') search.append(name, String(one));
    }
  }
  const text = search.toString();
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path;
}
