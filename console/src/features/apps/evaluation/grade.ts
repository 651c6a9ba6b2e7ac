import { count } from '../../../ui/format';

/** A share of the scale as a grade from 1 to 5. */
export const grade = (share: number | null): string => (share === null ? '–' : count(Math.round((share * 4 + 1) * 100) / 100));
