import { useState } from 'react';

const key = 'middeck.chat.list';

/** Whether the list of conversations stands beside the chat; remembered on this device. */
export function useShowsList(): [boolean, (shows: boolean) => void] {
  const [shows, setShows] = useState(() => read() !== 'hidden');
  return [shows, (next) => {
    setShows(next);
    try {
      localStorage.setItem(key, next ? 'shown' : 'hidden');
    } catch {
      // Storage may be blocked; the choice then lasts as long as the page.
    }
  }];
}

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
