import { useSyncExternalStore } from 'react';
import type { ChatSession } from '../ChatSession';
import type { ChatFile } from '../types';
import { AttachmentStore, type AttachmentList } from './AttachmentStore';

const stores = new WeakMap<ChatSession, Map<string, AttachmentStore>>();

/** The files that are to go with the next question, or in a field of the form. Leaving the page does not lose them. */
export function filesOf(session: ChatSession, field = ''): AttachmentStore {
  let own = stores.get(session);
  if (!own) stores.set(session, (own = new Map()));
  let store = own.get(field);
  if (!store) {
    const { backend, app } = session;
    store = new AttachmentStore((file, options) => {
      const form = new FormData();
      form.append('file', file, file.name);
      return backend.upload<ChatFile>(`${backend.appPath(app)}/files`, form, options);
    });
    own.set(field, store);
  }
  return store;
}

export const useAttachments = (store: AttachmentStore): AttachmentList => useSyncExternalStore(store.subscribe, store.list);
