import type { Visitor } from './visitor';

// How long the page around may take to say who the user is.
const patience = 3000;

/** Says something to the page that shows this one; whoever it is, it hears nothing secret. */
export function tellHost(what: 'ready' | 'close'): void {
  window.parent.postMessage({ middeck: what }, '*');
}

/** Asks the script around who the user is; nobody when it does not say. */
export function askForUser(): Promise<Visitor['user']> {
  return new Promise((resolve) => {
    const done = (user: Visitor['user']) => {
      window.removeEventListener('message', listen);
      clearTimeout(timer);
      resolve(user);
    };
    const listen = ({ source, data }: MessageEvent<{ middeck?: string; user?: Visitor['user'] | null }>) => {
      if (source === window.parent && data?.middeck === 'user') done(data.user ?? undefined);
    };
    const timer = setTimeout(() => done(undefined), patience);
    window.addEventListener('message', listen);
    tellHost('ready');
  });
}
