// Runs before the first paint, as a file because the content security policy allows no inline script.
// Keep the keys and the choices in step with src/ui/preferences/preferences.ts.
(function () {
  var root = document.documentElement;
  var stored = {};
  try {
    stored = JSON.parse(localStorage.getItem('middeck.preferences') || '{}');
  } catch {
    // Storage may be blocked or hold something else; the defaults below are good.
  }
  var dark = stored.appearance === 'dark'
    || (stored.appearance !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = stored.density || (innerWidth >= 1280 ? 'dense' : 'comfortable');
  root.lang = stored.language || (/^zh/i.test(navigator.language) ? 'zh-CN' : 'en');
})();
