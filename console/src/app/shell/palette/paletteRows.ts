import { AppWindow, BookText, FileText, Hash, History, UserRound, type LucideIcon } from 'lucide-react';
import type { Act } from '../../../ui/acts/acts';
import type { RecentPage } from '../../../ui/page/recentPages';
import { matchScore } from '../../../ui/search/matchScore';
import type { Scope } from './scope';
import type { Thing } from './things/Thing';

export type PaletteGroup = 'object' | 'act' | 'go' | 'recent' | Thing['kind'];

export interface PaletteRow {
  id: string;
  group: PaletteGroup;
  label: string;
  hint: string | undefined;
  icon: LucideIcon | undefined;
  keys: string | undefined;
  /** Where it goes, if it goes somewhere: then it can be opened in a new tab. */
  path?: string;
  run?: () => void;
}

interface Offers {
  acts: readonly Act[];
  recent: readonly RecentPage[];
  things: readonly Thing[];
}

// What comes from the server stands last: it arrives late and must not push away what one is about to choose.
const order: readonly PaletteGroup[] = ['object', 'act', 'go', 'recent', 'app', 'knowledge', 'document', 'person', 'id'];
const shown: Readonly<Record<Scope, readonly PaletteGroup[]>> = {
  all: ['object', 'act', 'go', 'recent', 'app', 'knowledge', 'document'],
  acts: ['object', 'act'],
  knowledge: ['knowledge', 'document'],
  people: ['person'],
  ids: ['id'],
};
const icons: Readonly<Record<Thing['kind'], LucideIcon>> = {
  app: AppWindow, knowledge: BookText, document: FileText, person: UserRound, id: Hash,
};
const atMost = 8;

/**
 * What the palette shows for the words that are looked for in a scope: acts on the open object, acts, places, recent pages, then
 * the things of the workspace; best match first in each group. Without words it does not list what nobody asked for.
 */
export function paletteRows(scope: Scope, wanted: string, { acts, recent, things }: Offers): PaletteRow[] {
  const scored = [
    ...acts.filter((act) => !act.quiet).map((act) => scoredRow(wanted, {
      id: act.id, group: groupOf(act), label: act.label, hint: act.hint, icon: act.icon, keys: act.keys, run: act.run,
    })),
    ...recent.map(({ path, title }) => scoredRow(wanted, {
      id: `recent.${path}`, group: 'recent', label: title, hint: undefined, icon: History, keys: undefined, path,
    })),
    ...(scope === 'all' && wanted === '' ? [] : things.map(({ kind, id, name, hint, path, isFound }) => scoredRow(wanted, {
      id: `${kind}.${id}`, group: kind, label: name, hint, icon: icons[kind], keys: undefined, path,
    }, isFound ? 1 : 0))),
  ].filter(({ row, score }) => score > 0 && shown[scope].includes(row.group));

  const rows = order.flatMap((group) => scored
    .filter(({ row }) => row.group === group)
    .sort((a, b) => b.score - a.score)
    .slice(0, group === 'recent' && wanted === '' ? 4 : group === 'go' && wanted === '' ? 20 : atMost)
    .map(({ row }) => row));
  // What was open lately stands among the recent pages already.
  const openedLately = new Set(rows.filter(({ group }) => group === 'recent').map(({ path }) => path));
  return rows.filter(({ group, path }) => group === 'recent' || path === undefined || !openedLately.has(path));
}

function scoredRow(wanted: string, row: PaletteRow, least = 0): { row: PaletteRow; score: number } {
  return { row, score: Math.max(least, matchScore(wanted, row.label), row.hint ? matchScore(wanted, row.hint) - 30 : 0) };
}

function groupOf({ group }: Act): PaletteGroup {
  return group === 'object' || group === 'go' ? group : 'act';
}
