import { problemOf, unreachable } from './problem';
import { withTabLock } from './tabLock';
import type { LoginAnswer } from './types';

/** Whether somebody is signed in; `unknown` until the refresh cookie has been tried once. */
export type SessionStatus = 'unknown' | 'signed_in' | 'signed_out';

interface AccessToken {
  value: string;
  /** When it ends, by this machine's clock, in milliseconds. */
  endsAt: number;
}

type TabMessage = { kind: 'token'; token: AccessToken } | { kind: 'signed_out' };

// The access token lives here and nowhere else: not in the storage, where any script and any later visitor could read it.
let token: AccessToken | undefined;
let status: SessionStatus = 'unknown';
let refreshing: Promise<boolean> | undefined;
// Says only that a refresh cookie may be there; scripts cannot see the cookie itself.
const signedInBefore = 'md.signed-in';
const listeners = new Set<() => void>();
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('middeck.session');

tabs?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
  if (data.kind === 'token') accept(data.token, false);
  else drop(false);
});

/** For `useSyncExternalStore`. */
export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const sessionStatus = (): SessionStatus => status;

/** The access token, renewed when it ends within 15 s; undefined when nobody is signed in. */
export async function accessToken(): Promise<string | undefined> {
  if (token && token.endsAt - Date.now() > 15_000) return token.value;
  if (status === 'signed_out') return undefined;
  await refresh(token?.value);
  return token?.value;
}

/** Signs in and tells the other tabs. */
export async function signIn(email: string, password: string): Promise<LoginAnswer> {
  const answer = await postAuth('login', { email, password });
  if (!answer.ok) throw await problemOf(answer);
  const body = (await answer.json()) as LoginAnswer;
  acceptAnswer(body);
  return body;
}

/** Ends this sign-in on the server and in all tabs. */
export async function signOut(): Promise<void> {
  const bearer = token?.value;
  drop(true);
  await postAuth('logout', {}, bearer).catch(() => undefined);
}

/** Takes the tokens of an answer that signs in by another way, such as accepting an invitation. */
export function acceptAnswer(answer: Pick<LoginAnswer, 'access_token' | 'expires_in'>): void {
  accept({ value: answer.access_token, endsAt: Date.now() + answer.expires_in * 1000 }, true);
}

/**
 * Gets a new access token by the refresh cookie; false when there is none to be had.
 * @param used The token that was refused or is about to end. If another tab has brought a newer one meanwhile, that is taken.
 */
export function refresh(used?: string): Promise<boolean> {
  refreshing ??= refreshOnce(used).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function refreshOnce(used: string | undefined): Promise<boolean> {
  // Refresh tokens rotate and reuse of an old one revokes them all: two tabs at once would sign the person out.
  return withTabLock('middeck.refresh', async () => {
    if (token && token.value !== used) return true;
    // A newcomer has no cookie; asking would only put a refused request into the browser's console.
    if (!token && localStorage.getItem(signedInBefore) === null) {
      drop(false);
      return false;
    }
    const answer = await postAuth('refresh', {});
    if (answer.ok) {
      acceptAnswer((await answer.json()) as LoginAnswer);
      return true;
    }
    const problem = await problemOf(answer);
    if (problem.status >= 500 || problem.status === 429) throw problem;
    drop(true);
    return false;
  });
}

async function postAuth(act: string, body: object, bearer?: string): Promise<Response> {
  try {
    return await fetch(`/api/v1/auth/${act}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', ...(bearer && { Authorization: `Bearer ${bearer}` }) },
      body: JSON.stringify(body),
    });
  } catch (error) {
    throw unreachable(error);
  }
}

function accept(next: AccessToken, tell: boolean): void {
  token = next;
  localStorage.setItem(signedInBefore, '1');
  if (tell) tabs?.postMessage({ kind: 'token', token: next } satisfies TabMessage);
  become('signed_in');
}

function drop(tell: boolean): void {
  token = undefined;
  localStorage.removeItem(signedInBefore);
  if (tell) tabs?.postMessage({ kind: 'signed_out' } satisfies TabMessage);
  become('signed_out');
}

function become(next: SessionStatus): void {
  if (status === next) return;
  status = next;
  for (const listener of listeners) listener();
}
