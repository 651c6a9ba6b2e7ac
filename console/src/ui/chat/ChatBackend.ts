import { createContext, useContext, type ComponentType } from 'react';
import { callsBy, type Send } from '../../api/client';
import type { UploadOptions } from '../../api/upload';
import type { Citation } from './types';

/**
 * The server side of a conversation: who answers, and where what was said is kept. The console and the public page have one
 * each, with the same addresses below different beginnings. Nothing in `ui/chat` knows an address that does not begin with one
 * of these two.
 */
export interface ChatBackend {
  /** Tells apart in the cache what different backends keep: a workspace's id, or a public page's token. */
  readonly scope: string;
  readonly send: Send;
  /** Sends a file with progress. */
  readonly upload: <T>(path: string, body: FormData, options?: UploadOptions) => Promise<T>;
  /** The beginning of what is asked of an app: `…/chat`, `…/chat/{run}/stop`, `…/messages/{id}/regenerate`, `…/files`. */
  readonly appPath: (app: string) => string;
  /** The beginning of what is a person's own: `…/conversations/{id}/messages`, `…/messages/{id}/feedback`. */
  readonly ownPath: string;
  /** Where the text around a passage is read; without it the passage itself is all that is shown. */
  readonly textPath?: (citation: Citation) => string;
  /** Whether forms that an answer waits for can be filled in here. */
  readonly takesForms?: true;
  /** A link to where a passage comes from, for those who may go there. */
  readonly SourceLink?: ComponentType<{ citation: Citation }>;
}

/** The JSON calls of a backend. */
export const callsOf = ({ send }: ChatBackend) => callsBy(send);

export const ChatBackendContext = createContext<ChatBackend | undefined>(undefined);

/** The backend of the conversation that a component stands in. */
export function useChatBackend(): ChatBackend {
  const backend = useContext(ChatBackendContext);
  if (!backend) throw new Error('This is used outside of a conversation.');
  return backend;
}
