export type DayGroup = 'today' | 'yesterday' | 'week' | 'older';

const order: readonly DayGroup[] = ['today', 'yesterday', 'week', 'older'];

/** Things by the day they were last touched, newest group first; days are the reader's own. */
export function groupByDay<T extends { updated_at: string }>(things: readonly T[], now = new Date()): [DayGroup, T[]][] {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const groups = Map.groupBy(things, ({ updated_at }) => groupOf(midnight, Date.parse(updated_at)));
  return order.flatMap((group): [DayGroup, T[]][] => {
    const members = groups.get(group);
    return members ? [[group, members]] : [];
  });
}

function groupOf(midnight: number, time: number): DayGroup {
  const days = (before: number) => midnight - before * 86_400_000;
  if (time >= midnight) return 'today';
  if (time >= days(1)) return 'yesterday';
  return time >= days(7) ? 'week' : 'older';
}
