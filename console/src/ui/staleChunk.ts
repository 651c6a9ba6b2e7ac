const key = 'middeck.reloaded';

/**
 * After an upgrade the chunks of the old build are gone: a page that is loaded late fails. Reloading once brings the new build;
 * a second failure within a minute is another fault and is shown.
 */
export function reloadOnStaleChunk(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(key) ?? 0);
    if (Date.now() - last < 60_000) return;
    sessionStorage.setItem(key, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
}
