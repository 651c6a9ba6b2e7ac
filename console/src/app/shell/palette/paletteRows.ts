import { History, type LucideIcon } from 'lucide-react';
import type { Act } from '../../../ui/acts/acts';
import type { RecentPage } from '../../../ui/page/recentPages';
import { matchScore } from '../../../ui/search/matchScore';

export type PaletteGroup = 'object' | 'act' | 'go' | 'recent';

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

const order: readonly PaletteGroup[] = ['object', 'act', 'go', 'recent'];
const atMost = 8;

/**
 * What the palette shows for what was typed: acts on the open object, acts, places, recent pages; best match first in each
 * group. `>` leaves the acts alone.
 */
export function paletteRows(typed: string, acts: readonly Act[], recent: readonly RecentPage[]): PaletteRow[] {
  const actsOnly = typed.startsWith('>');
  const wanted = (actsOnly ? typed.slice(1) : typed).trim();
  const rows: PaletteRow[] = acts.filter((act) => !act.quiet).map((act) => ({
    id: act.id, group: groupOf(act), label: act.label, hint: act.hint, icon: act.icon, keys: act.keys, run: act.run,
  }));
  for (const { path, title } of recent) {
    rows.push({ id: `recent.${path}`, group: 'recent', label: title, hint: undefined, icon: History, keys: undefined, path });
  }

  const scored = rows
    .filter(({ group }) => !actsOnly || group === 'object' || group === 'act')
    .map((row) => ({ row, score: Math.max(matchScore(wanted, row.label), row.hint ? matchScore(wanted, row.hint) - 30 : 0) }))
    .filter(({ score }) => score > 0);
  return order.flatMap((group) => scored
    .filter(({ row }) => row.group === group)
    .sort((a, b) => b.score - a.score)
    .slice(0, group === 'recent' && wanted === '' ? 4 : group === 'go' && wanted === '' ? 20 : atMost)
    .map(({ row }) => row));
}

function groupOf({ group }: Act): PaletteGroup {
  return group === 'object' || group === 'go' ? group : 'act';
}
