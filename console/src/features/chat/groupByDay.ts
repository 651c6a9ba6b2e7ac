export type DayGroup = 'today' | 'yesterday' | 'week' | 'older';

const order: readonly DayGroup[] = ['today', 'yesterday', 'week', 'older'];

/** Things by the day they were last touched, newest group first; days are the reader's own. */
export function groupByDay<T extends { updated_at: string }>(things: readonly T[], now = new Date()): [DayGroup, T[]][] {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  return order
    .map((group): [DayGroup, T[]] => [group, things.filter(({ updated_at }) => groupOf(midnight, Date.parse(updated_at)) === group)])
    .filter(([, members]) => members.length > 0);
}

function groupOf(midnight: number, time: number): DayGroup {
  const days = (before: number) => midnight - before * 86_400_000;
  if (time >= midnight) return 'today';
  if (time >= days(1)) return 'yesterday';
  return time >= days(7) ? 'week' : 'older';
}
