import type { EmbedOptions, EmbedUser } from './options';

/** What the page in the frame says. */
type FromFrame = { middeck: 'ready' } | { middeck: 'close' };

/** The frame with the app's page. It asks who the user is when it is ready, and says when it wants to be closed. */
export function frameOf(options: EmbedOptions, title: string, user: () => EmbedUser | undefined, onClose: () => void) {
  const { base, token, language } = options;
  const element = document.createElement('iframe');
  element.title = title;
  element.allow = 'clipboard-write; microphone';
  const query = new URLSearchParams({ host: '1', ...(language && { language }) });
  const address = `${base}/embed/${encodeURIComponent(token)}?${query}`;
  element.src = address;
  window.addEventListener('message', ({ source, origin, data }: MessageEvent<FromFrame>) => {
    if (source !== element.contentWindow || origin !== base) return;
    // To that origin alone: nobody else is to hear who the user is.
    if (data.middeck === 'ready') element.contentWindow!.postMessage({ middeck: 'user', user: user() ?? null }, base);
    else if (data.middeck === 'close') onClose();
  });
  return {
    element,
    focus: () => element.focus(),
    restart: () => {
      element.src = address;
    },
  };
}
