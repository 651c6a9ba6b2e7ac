import type { AreaName } from '../../../../ui/areas';

/** Something of the workspace that the server knows and the palette can open. */
export interface Thing {
  kind: 'app' | 'knowledge' | 'document' | 'person' | 'id';
  id: string;
  name: string;
  hint?: string;
  path: string;
  /** The server has already chosen it by what was typed; its name need not hold the words. */
  isFound?: boolean;
}

/** What one kind of source has, and the questions behind it. */
export interface Source {
  things: Thing[];
  asked: readonly { isLoading: boolean; isError: boolean }[];
}

/** What is looked for. */
export interface Search {
  /** Where the person may go; a kind whose page they do not see is not searched. */
  sees: (area: AreaName) => boolean;
  /** The address of an area, or below it. */
  at: (area: AreaName, rest?: string) => string;
  /** The words to send; empty while they are being typed, and while nothing is. */
  q: string;
}
