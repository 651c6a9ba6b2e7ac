import type { Problem } from '../../api/problem';
import { problemText } from '../../api/problem';

/** One field of an Ant Design form with its sentences. */
export interface FieldError {
  name: (string | number)[];
  errors: string[];
}

/** The fields at fault of a problem: `models[0].name` becomes `['models', 0, 'name']`. */
export function fieldErrors(problem: Problem): FieldError[] {
  const entries = Object.entries(problem.errors);
  return entries.map(([path, sentences]) => ({
    name: fieldPath(path),
    // The code speaks of the one field that the problem names; of several fields each keeps the server's words.
    errors: entries.length === 1 ? [problemText(problem)] : sentences,
  }));
}

/** A path of the API as the path of a form. */
export function fieldPath(path: string): (string | number)[] {
  return path.split(/[.[\]]+/).filter(Boolean).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
