/** What the page that embeds says in the attributes of the script: `<script src="…/embed.js" data-token="…" data-position="left">`. */
export interface EmbedOptions {
  /** Where Middeck is: the origin of the script. */
  base: string;
  token: string;
  position: 'left' | 'right';
  /** `#rrggbb`; the page's own when it is not said. */
  color: string | undefined;
  language: string | undefined;
  /** Opens the panel at once. */
  open: boolean;
  user: EmbedUser | undefined;
}

/** For whom the page vouches: its own id of the user, and HMAC-SHA256 over it by the page's secret, in hex. */
export interface EmbedUser {
  id: string;
  hash: string;
}

/** Undefined when there is no token to show. */
export function readOptions({ src, dataset }: HTMLScriptElement): EmbedOptions | undefined {
  if (!dataset.token) return undefined;
  return {
    base: new URL(src).origin,
    token: dataset.token,
    position: dataset.position === 'left' ? 'left' : 'right',
    color: /^#[0-9a-f]{6}$/i.test(dataset.color ?? '') ? dataset.color : undefined,
    language: dataset.language,
    open: dataset.open === 'true' || dataset.open === '',
    user: dataset.user && dataset.userHash ? { id: dataset.user, hash: dataset.userHash } : undefined,
  };
}
