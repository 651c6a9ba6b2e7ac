import type { DraftSaver } from './DraftSaver';
import { keptDrafts, type KeptDraft } from './keptDrafts';
import { stable } from './stable';

const quiet = 300;

/**
 * Keeps in this browser what a saver has not brought to the server: a lost connection, a failed save or a closed window loses
 * nothing. What an earlier page left behind is offered once, and stays until somebody has decided about it.
 */
export class DraftKeeper {
  readonly #name: string;
  readonly #saver: DraftSaver;
  readonly #end: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isKept = false;

  constructor(name: string, saver: DraftSaver) {
    this.#name = name;
    this.#saver = saver;
    const end = saver.subscribe(this.#follow);
    // The last moment in which something can be written.
    const leave = () => void this.#write();
    window.addEventListener('pagehide', leave);
    this.#end = () => {
      end();
      window.removeEventListener('pagehide', leave);
    };
    if (saver.state().status !== 'saved') this.#follow();
  }

  get #left(): string {
    return `${this.#name} left`;
  }

  /** What an earlier page could not save; undefined when there is nothing, or the server has it already. */
  readonly found = async (): Promise<KeptDraft | undefined> => {
    const latest = await keptDrafts.read(this.#name);
    const kept = latest ?? await keptDrafts.read(this.#left);
    if (!kept) return undefined;
    if (stable(kept.config) === stable(this.#saver.state().config)) {
      await this.forget();
      return undefined;
    }
    if (latest) {
      await keptDrafts.write(this.#left, latest);
      if (!this.#isKept) await keptDrafts.remove(this.#name);
    }
    return kept;
  };

  /** Makes what was found the draft, and saves it; what somebody saved since then is a conflict to be looked at. */
  readonly restore = async (kept: KeptDraft): Promise<void> => {
    await this.#saver.saveNow();
    await this.#saver.recover(kept);
    // Unless it is saved it is written again first.
    await this.#write();
    await keptDrafts.remove(this.#left);
  };

  readonly forget = async (): Promise<void> => {
    await Promise.all([keptDrafts.remove(this.#left), this.#isKept ? undefined : keptDrafts.remove(this.#name)]);
  };

  /** Takes back that it was forgotten. */
  readonly remember = (kept: KeptDraft): Promise<unknown> => keptDrafts.write(this.#left, kept);

  readonly close = (): void => {
    this.#end();
    void this.#write();
  };

  readonly #follow = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#write(), quiet);
  };

  async #write(): Promise<void> {
    clearTimeout(this.#timer);
    const { status, config, base, revision } = this.#saver.state();
    if (status !== 'saved') {
      this.#isKept = true;
      await keptDrafts.write(this.#name, { config, base, revision, at: Date.now() });
    } else if (this.#isKept) {
      this.#isKept = false;
      await keptDrafts.remove(this.#name);
    }
  }
}
