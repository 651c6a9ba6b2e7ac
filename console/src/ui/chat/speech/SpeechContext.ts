import { createContext } from 'react';
import type { Send } from '../../../api/client';

/** What an app is told and tells by voice, in the conversation that a component stands in. */
export interface SpeechAccess {
  send: Send;
  /** The beginning of `…/audio-to-text` and `…/text-to-audio`. */
  path: string;
  /** Whether the draft's settings count. */
  draft: boolean;
  hears: boolean;
  speaks: boolean;
}

export const SpeechContext = createContext<SpeechAccess | undefined>(undefined);
