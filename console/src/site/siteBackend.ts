import { headersOf, withQuery, type Send } from '../api/client';
import { problemOf, unreachable } from '../api/problem';
import { accessToken, refresh } from '../api/session';
import { uploadWith } from '../api/upload';
import type { ChatBackend } from '../ui/chat/ChatBackend';
import { visitorHeaders, type Visitor } from './visitor';

/** The server side of a public page. Below its path stand the same addresses as the console's chat has. */
export function siteBackend(site: string, visitor: Visitor): ChatBackend {
  const path = `/s/api/${encodeURIComponent(site)}`;
  const headers = (given: HeadersInit | undefined, token: string | undefined) => {
    const all = headersOf({ headers: given, workspace: visitor.workspace ?? null }, token);
    for (const [name, value] of Object.entries(visitorHeaders(visitor))) all.set(name, value);
    return all;
  };
  const signedIn = () => (visitor.workspace ? accessToken() : Promise.resolve(undefined));

  const send: Send = async (address, { query, headers: given, ...rest } = {}) => {
    try {
      const used = await signedIn();
      let response = await fetch(withQuery(address, query), { ...rest, headers: headers(given, used) });
      if (response.status === 401 && used && (await refresh(used))) {
        response = await fetch(withQuery(address, query), { ...rest, headers: headers(given, await accessToken()) });
      }
      if (!response.ok) throw await problemOf(response);
      return response;
    } catch (error) {
      throw unreachable(error);
    }
  };

  return {
    scope: site,
    send,
    upload: async (address, body, options = {}) =>
      uploadWith(address, body, headers(options.headers, await signedIn()), options),
    appPath: () => path,
    ownPath: path,
  };
}
