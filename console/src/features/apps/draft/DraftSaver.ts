import { Problem } from '../../../api/problem';
import type { AppConfig } from '../../../ui/chat/appConfig';

export interface DraftState {
  config: AppConfig;
  /** The one that the present changes began from. */
  base: AppConfig;
  revision: number;
  status: 'saved' | 'changed' | 'saving' | 'failed' | 'conflict';
  savedAt: string;
  error?: unknown;
  /** What somebody else saved meanwhile. */
  theirs?: { revision: number; config: AppConfig; by?: string };
}

interface Saved {
  revision: number;
  config: AppConfig;
  updated_at: string;
}

type Save = (revision: number, config: AppConfig) => Promise<Saved>;

const quiet = 800;

/**
 * Saves a draft 800 ms after its last change, one saving at a time and with the revision that it began from. A second editor
 * is a conflict to be looked at: nothing is overwritten and nothing that was typed is lost.
 */
export class DraftSaver {
  readonly #save: Save;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(draft: Saved, save: Save) {
    this.#save = save;
    this.#state = {
      config: draft.config, base: draft.config, revision: draft.revision, status: 'saved', savedAt: draft.updated_at,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): DraftState => this.#state;

  readonly change = (change: Partial<AppConfig>): void => {
    const status = this.#state.status === 'conflict' ? 'conflict' : 'changed';
    this.#set({ config: { ...this.#state.config, ...change }, status });
    clearTimeout(this.#timer);
    if (status === 'changed') this.#timer = setTimeout(() => void this.saveNow(), quiet);
  };

  /** Saves what is not saved yet; resolved when it is, or when it failed. */
  readonly saveNow = async (): Promise<void> => {
    clearTimeout(this.#timer);
    await this.#running;
    if (this.#state.status !== 'changed' && this.#state.status !== 'failed') return;
    this.#running = this.#once();
    await this.#running;
    this.#running = undefined;
  };

  /** Takes over what somebody else saved, or a draft that was brought back. */
  readonly replace = (draft: Saved): void => {
    clearTimeout(this.#timer);
    this.#set({
      config: draft.config, base: draft.config, revision: draft.revision, status: 'saved', savedAt: draft.updated_at,
      theirs: undefined, error: undefined,
    });
  };

  /** Goes on with changes that an earlier page could not save, from the revision that they began with. */
  readonly recover = async ({ config, base, revision }: Pick<DraftState, 'config' | 'base' | 'revision'>): Promise<void> => {
    this.#set({ config, base, revision, theirs: undefined, error: undefined, status: 'changed' });
    await this.saveNow();
  };

  /** Ends a conflict with what was chosen of mine and theirs. */
  readonly resolve = async (config: AppConfig): Promise<void> => {
    const { theirs } = this.#state;
    if (!theirs) return;
    this.#set({ config, base: theirs.config, revision: theirs.revision, theirs: undefined, status: 'changed' });
    await this.saveNow();
  };

  async #once(): Promise<void> {
    const { config, revision } = this.#state;
    this.#set({ status: 'saving', error: undefined });
    try {
      const saved = await this.#save(revision, config);
      // Typing went on meanwhile: what was saved is the base, and the rest is saved next.
      const more = this.#state.config !== config;
      this.#set({ base: config, revision: saved.revision, savedAt: saved.updated_at, status: more ? 'changed' : 'saved' });
    } catch (error) {
      const theirs = conflictOf(error);
      this.#set(theirs ? { status: 'conflict', theirs, error: undefined } : { status: 'failed', error });
    }
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function conflictOf(error: unknown): DraftState['theirs'] {
  if (!(error instanceof Problem) || error.code !== 'apps.draft_conflict') return undefined;
  const { current_revision, current } = error.extensions as {
    current_revision: number; current: { config: AppConfig; updated_by_name?: string | null };
  };
  return { revision: current_revision, config: current.config, by: current.updated_by_name ?? undefined };
}
