/**
 * Who the visitor is, for the calls of a page in a frame. A cookie would be one of another site there, which browsers neither keep nor
 * send; what the page keeps itself the browser holds apart for each site that shows it.
 */
export interface Visitor {
  token: string | undefined;
  /** For whom the page around vouches. */
  user: { id: string; hash: string } | undefined;
  /** The workspace whose members are let in. */
  workspace: string | undefined;
}

const key = (site: string) => `middeck.visitor.${site}`;

export function keptVisitor(site: string): string | undefined {
  try {
    return localStorage.getItem(key(site)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepVisitor(site: string, token: string): void {
  try {
    localStorage.setItem(key(site), token);
  } catch {
    // Storage may be blocked; the visitor is then another one with each page.
  }
}

/** Headers that say who calls. */
export function visitorHeaders({ token, user }: Visitor): Record<string, string> {
  return {
    ...(token && { 'X-Middeck-Visitor': token }),
    // Headers hold no Chinese.
    ...(user && { 'X-Middeck-User': encodeURIComponent(user.id), 'X-Middeck-User-Hash': user.hash }),
  };
}
