import { createContext } from 'react';
import type { Citation } from './types';

/** What the marks in an answer need to know of its sources. */
export interface TurnSources {
  citations: readonly Citation[];
  /** The one that the panel shows, if it is of this answer. */
  current: number | undefined;
  open: (position: number) => void;
}

export const SourcesContext = createContext<TurnSources>({ citations: [], current: undefined, open: () => undefined });
