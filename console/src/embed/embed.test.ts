import { createChat } from './createChat';

const allowed = { allowed: true, title: 'Fire assistant', icon: null, color: '#FFEB3B', language: null };

function script(data: Record<string, string>): HTMLScriptElement {
  const element = document.createElement('script');
  // Set on the property alone: an element with an address in the document would be fetched.
  Object.defineProperty(element, 'src', { value: 'https://middeck.test/embed.js' });
  Object.assign(element.dataset, data);
  return element;
}

const answer = (body: object) => vi.stubGlobal('fetch', vi.fn(async () => Response.json(body)));
const root = () => document.querySelector('middeck-chat')?.shadowRoot;
const bubble = () => root()!.querySelector('button')!;

beforeEach(() => {
  document.querySelector('middeck-chat')?.remove();
  globalThis.CSSStyleSheet.prototype.replaceSync ??= () => undefined;
});

it('opens by its bubble, closes by Esc and gives the focus back', async () => {
  answer(allowed);
  await createChat(script({ token: 'tok', position: 'left', language: 'en' }));
  expect(bubble()).toHaveAccessibleName('Fire assistant');
  bubble().click();

  const frame = root()!.querySelector('iframe')!;
  expect(frame.src).toBe('https://middeck.test/embed/tok?host=1&language=en');
  expect(bubble()).toHaveAttribute('aria-expanded', 'true');
  root()!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));

  expect(root()!.querySelector<HTMLElement>('.panel')!.hidden).toBe(true);
  expect(root()!.activeElement).toBe(bubble());
});

it('writes no style into the page', async () => {
  answer(allowed);
  const before = document.querySelectorAll('style, [style]').length;
  await createChat(script({ token: 'tok' }));
  bubble().click();
  expect(document.querySelectorAll('style, [style]')).toHaveLength(before);
  expect(root()!.querySelectorAll('style, [style]')).toHaveLength(0);
});

it('offers itself to scripts', async () => {
  answer(allowed);
  await createChat(script({ token: 'tok' }));
  window.middeck!.open();
  expect(root()!.querySelector<HTMLElement>('.panel')!.hidden).toBe(false);
  window.middeck!.close();
  expect(root()!.querySelector<HTMLElement>('.panel')!.hidden).toBe(true);
});

it.each([
  [{ allowed: false }, {}, /may not show the app/],
  [allowed, { token: '' }, /needs data-token/],
])('says once why it does not show itself', async (body, data, sentence) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  answer(body);
  await createChat(script({ token: 'tok', ...data }));
  expect(root()).toBeUndefined();
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn).toHaveBeenCalledWith(expect.stringMatching(sentence));
  warn.mockRestore();
});

it('says who the user is to its own frame alone', async () => {
  answer(allowed);
  await createChat(script({ token: 'tok', user: 'u1', userHash: 'abc' }));
  bubble().click();
  const frame = root()!.querySelector('iframe')!;
  // jsdom opens no window for a frame in a shadow tree.
  const post = vi.fn();
  const source = { postMessage: post };
  Object.defineProperty(frame, 'contentWindow', { value: source });
  const say = (origin: string) =>
    window.dispatchEvent(Object.assign(new Event('message'), { source, origin, data: { middeck: 'ready' } }));
  say('https://evil.test');
  expect(post).not.toHaveBeenCalled();
  say('https://middeck.test');
  expect(post).toHaveBeenCalledWith({ middeck: 'user', user: { id: 'u1', hash: 'abc' } }, 'https://middeck.test');
});
