import { frameOf } from './frame';
import { readOptions, type EmbedOptions, type EmbedUser } from './options';
import { style } from './style';

interface Allowed {
  allowed: boolean;
  title: string | null;
  icon: string | null;
  color: string | null;
  language: string | null;
}

/** What `window.middeck` offers the page. */
export interface MiddeckChat {
  open: () => void;
  close: () => void;
  /** Says who the user is from now on; the conversation begins anew. */
  identify: (id: string, hash: string) => void;
}

declare global {
  interface Window {
    middeck?: MiddeckChat;
  }
}

/** Asks whether this page may show the app, and shows its bubble. */
export async function createChat(script: HTMLScriptElement): Promise<void> {
  const options = readOptions(script);
  if (!options) return complain('the script needs data-token.');
  const allowed = await ask(options);
  if (!allowed) return complain(`${options.base} cannot be reached from here. Does connect-src of this page name it?`);
  if (!allowed.allowed) {
    return complain(`this page (${location.origin}) may not show the app. Its owner lists the page under Access, Embedding.`);
  }
  if (document.body) window.middeck = show(options, allowed);
  else document.addEventListener('DOMContentLoaded', () => (window.middeck = show(options, allowed)), { once: true });
}

async function ask({ base, token }: EmbedOptions): Promise<Allowed | undefined> {
  try {
    const answer = await fetch(`${base}/s/api/${encodeURIComponent(token)}/embed`, { credentials: 'omit' });
    return answer.ok ? ((await answer.json()) as Allowed) : undefined;
  } catch {
    return undefined;
  }
}

// One sentence for whoever builds the page; its readers see nothing.
function complain(sentence: string): void {
  // eslint-disable-next-line no-console
  console.warn(`Middeck: ${sentence}`);
}

function show(options: EmbedOptions, look: Allowed): MiddeckChat {
  const host = document.createElement('middeck-chat');
  host.dataset.position = options.position;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style + colours(options.color ?? look.color));
  root.adoptedStyleSheets = [sheet];

  const title = look.title ?? 'Chat';
  const bubble = document.createElement('button');
  bubble.type = 'button';
  bubble.setAttribute('aria-label', title);
  bubble.setAttribute('aria-expanded', 'false');
  bubble.append(picture(look.icon));
  const panel = document.createElement('div');
  panel.className = 'panel';
  panel.hidden = true;
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', title);
  root.append(panel, bubble);

  let user: EmbedUser | undefined = options.user;
  let frame: ReturnType<typeof frameOf> | undefined;
  const turn = (opens: boolean) => {
    if (opens) {
      frame ??= frameOf(options, title, () => user, close);
      if (!frame.element.isConnected) panel.append(frame.element);
    }
    panel.hidden = !opens;
    host.toggleAttribute('data-open', opens);
    bubble.setAttribute('aria-expanded', String(opens));
    if (opens) frame!.focus();
    else bubble.focus();
  };
  const open = () => panel.hidden && turn(true);
  const close = () => void (!panel.hidden && turn(false));

  bubble.addEventListener('click', () => turn(panel.hidden));
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape') close();
  });
  document.body.append(host);
  if (options.open) open();
  return {
    open,
    close,
    identify: (id, hash) => {
      user = { id, hash };
      frame?.restart();
    },
  };
}

// A dark ground has light ink and a light one dark: by the luminance of sRGB.
function colours(color: string | null | undefined): string {
  const digits = color?.length === 4 ? [...color.slice(1)].map((digit) => digit + digit).join('') : color?.slice(1);
  if (!digits || !/^[0-9a-f]{6}$/i.test(digits)) return '';
  const [red, green, blue] = [0, 2, 4].map((at) => (Number.parseInt(digits.slice(at, at + 2), 16) / 255) ** 2.2) as [number, number, number];
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return `:host{--accent:#${digits};--ink:${light > 0.36 ? '#1D1C1A' : '#fff'}}`;
}

function picture(icon: string | null): Element {
  if (icon) {
    const text = document.createElement('span');
    text.textContent = icon;
    return text;
  }
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', 'M21 11.5a8.5 8.5 0 0 1-12.3 7.6L3 21l1.9-5.7A8.5 8.5 0 1 1 21 11.5z');
  svg.append(path);
  return svg;
}
