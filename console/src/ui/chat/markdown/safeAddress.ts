/** The address of a link that may be followed from an answer; undefined for what could run or leave quietly. */
export function safeLink(href: string): string | undefined {
  try {
    const { protocol } = new URL(href, window.location.href);
    return protocol === 'https:' || protocol === 'http:' || protocol === 'mailto:' ? href : undefined;
  } catch {
    return undefined;
  }
}

/** The host of another site, to be shown beside the link; undefined for our own pages. */
export function foreignHost(href: string): string | undefined {
  try {
    const { host } = new URL(href, window.location.href);
    return host && host !== window.location.host ? host : undefined;
  } catch {
    return undefined;
  }
}

/** Only our own images: one from elsewhere would tell its host who reads, and what. */
export function isOwnImage(source: string): boolean {
  if (/^data:image\/(png|jpeg|gif|webp);/i.test(source)) return true;
  try {
    const url = new URL(source, window.location.href);
    return url.protocol === 'blob:' || url.origin === window.location.origin;
  } catch {
    return false;
  }
}
