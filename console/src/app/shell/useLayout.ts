import { useSyncExternalStore } from 'react';
import { useMatches } from 'react-router';

export type Layout = 'wide' | 'rail' | 'phone';

const phone = matchMedia('(max-width: 759px)');
const narrow = matchMedia('(max-width: 1179px)');

/** How the shell stands: a bottom bar under 760 px, a rail under 1,180 px and on pages that ask for the room. */
export function useLayout(): Layout {
  const layout = useSyncExternalStore(subscribe, current);
  const wantsRail = useMatches().some(({ handle }) => (handle as { rail?: boolean } | undefined)?.rail);
  return layout === 'wide' && wantsRail ? 'rail' : layout;
}

const current = (): Layout => (phone.matches ? 'phone' : narrow.matches ? 'rail' : 'wide');

function subscribe(listener: () => void): () => void {
  for (const query of [phone, narrow]) query.addEventListener('change', listener);
  return () => {
    for (const query of [phone, narrow]) query.removeEventListener('change', listener);
  };
}
