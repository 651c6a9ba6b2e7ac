import { useEffect, useState } from 'react';

/** A value once it has not changed for some milliseconds: what follows somebody's typing asks the server by this. */
export function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (settled === value) return undefined;
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [settled, value, milliseconds]);
  return settled;
}
