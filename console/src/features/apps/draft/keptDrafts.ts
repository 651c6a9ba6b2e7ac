import type { AppConfig } from '../../../ui/chat/appConfig';

/** A draft that has not reached the server, as this browser keeps it. */
export interface KeptDraft {
  config: AppConfig;
  /** What the changes began from, and its revision. */
  base: AppConfig;
  revision: number;
  /** When it was last changed, in milliseconds. */
  at: number;
}

const store = 'drafts';

/** The kept drafts by their names. Where the browser keeps nothing, as private windows may, there are none. */
export const keptDrafts = {
  read: (name: string) => ask<KeptDraft | undefined>('readonly', (drafts) => drafts.get(name)),
  write: (name: string, draft: KeptDraft) => ask('readwrite', (drafts) => drafts.put({ ...draft, config: withoutSecrets(draft) }, name)),
  remove: (name: string) => ask('readwrite', (drafts) => drafts.delete(name)),
};

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('middeck', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'));
  });
}

async function ask<T>(mode: IDBTransactionMode, act: (drafts: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const database = await open();
    const request = act(database.transaction(store, mode).objectStore(store));
    const answer = await new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'));
    });
    database.close();
    return answer;
  } catch {
    // The draft is still in the page, and the page still says that it is not saved.
    return undefined;
  }
}

// A secret that was typed is never written to the device: it is what the server had of it.
function withoutSecrets({ config, base }: KeptDraft): AppConfig {
  const variables = listOf(config);
  if (!variables.some(({ value_type }) => value_type === 'secret')) return config;
  const before = new Map(listOf(base).map((one) => [one.name, one.value]));
  return {
    ...config,
    environment_variables: variables.map((one) => (one.value_type === 'secret' ? { ...one, value: before.get(one.name) ?? '' } : one)),
  };
}

const listOf = ({ environment_variables: variables }: AppConfig) =>
  (Array.isArray(variables) ? variables as { name: string; value_type: string; value?: unknown }[] : []);
