import { exactTime, listTime, relativeTime } from './format';

interface TimeProps {
  at: string | number | null | undefined;
  relative?: boolean;
}

/** A time as lists show it, with zone, UTC and epoch on hover. */
export function Time({ at, relative = false }: TimeProps) {
  if (at === null || at === undefined) return <span className="md-quiet">–</span>;
  const iso = typeof at === 'number' ? new Date(at * 1000).toISOString() : at;
  return <time dateTime={iso} title={exactTime(at)}>{relative ? relativeTime(at) : listTime(at)}</time>;
}
