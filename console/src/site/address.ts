/** What this page shows, by its address: `/s/{token}`, `/s/{token}/c/{share}` or `/embed/{token}`. */
export interface SiteAddress {
  token: string;
  /** A conversation that somebody shared. */
  share: string | undefined;
  /** In a frame of another site. */
  embedded: boolean;
  /** The frame was made by our script, which says who the user is and closes it. */
  hosted: boolean;
  /** What the page around wishes. */
  language: 'zh-CN' | 'en' | undefined;
}

export function readAddress({ pathname, search }: Pick<Location, 'pathname' | 'search'> = window.location): SiteAddress {
  const query = new URLSearchParams(search);
  const [, kind, token = '', part, share] = pathname.split('/').map(decodeURIComponent);
  return {
    token, share: part === 'c' ? share : undefined, embedded: kind === 'embed', hosted: query.has('host'),
    language: languageOf(query.get('language')),
  };
}

/** The token of a form that a run waits for, of the address `/form/{token}`; undefined for any other page. */
export function formOf({ pathname }: Pick<Location, 'pathname'> = window.location): string | undefined {
  const [, kind, token] = pathname.split('/').map(decodeURIComponent);
  return kind === 'form' ? token : undefined;
}

/** The language that we have for a tag such as `zh-Hans` or `en-US`; undefined for others. */
export function languageOf(tag: string | null): SiteAddress['language'] {
  if (!tag) return undefined;
  return /^zh/i.test(tag) ? 'zh-CN' : /^en/i.test(tag) ? 'en' : undefined;
}
