interface Step<T> {
  label: string;
  before: T;
  after: T;
  /** Steps of the same key that follow at once are one: typing in a field, nudging with the keys. */
  key: string | undefined;
  at: number;
}

const atOnce = 1200;
const most = 200;

/** What was done, to be undone and done again. States are never changed in place, so that a step holds two of them. */
export class History<T> {
  #past: Step<T>[] = [];
  #future: Step<T>[] = [];

  push(label: string, before: T, after: T, now: number, key?: string): void {
    const last = this.#past.at(-1);
    this.#future = [];
    if (last && key !== undefined && last.key === key && now - last.at < atOnce) {
      last.after = after;
      last.at = now;
      return;
    }
    this.#past = [...this.#past, { label, before, after, key, at: now }].slice(-most);
  }

  /** The state before the last step; undefined when there is none. */
  undo(): T | undefined {
    const step = this.#past.pop();
    if (step) this.#future.push(step);
    return step?.before;
  }

  redo(): T | undefined {
    const step = this.#future.pop();
    // Whatever comes next is a step of its own.
    if (step) this.#past.push({ ...step, key: undefined });
    return step?.after;
  }

  get undoLabel(): string | undefined {
    return this.#past.at(-1)?.label;
  }

  get redoLabel(): string | undefined {
    return this.#future.at(-1)?.label;
  }

  clear(): void {
    this.#past = [];
    this.#future = [];
  }
}
