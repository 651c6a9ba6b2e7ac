import type { GivenFile } from '../types';
import type { AttachmentStore } from './AttachmentStore';

interface Field {
  variable: string;
  store: AttachmentStore;
}

type Snapshot = Record<string, { given: GivenFile[]; isUnready: boolean }>;

/** The files of several fields as one thing to watch: by the name of the field, the same object until one of them changes. */
export class FieldFiles {
  readonly #fields: readonly Field[];
  #lists: readonly unknown[] = [];
  #snapshot: Snapshot = {};

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const ends = this.#fields.map(({ store }) => store.subscribe(listener));
    return () => ends.forEach((end) => end());
  };

  readonly snapshot = (): Snapshot => {
    const lists = this.#fields.map(({ store }) => store.list());
    if (lists.some((list, at) => list !== this.#lists[at])) {
      this.#lists = lists;
      this.#snapshot = Object.fromEntries(
        this.#fields.map(({ variable, store: { given, isUnready } }) => [variable, { given, isUnready }]),
      );
    }
    return this.#snapshot;
  };
}
