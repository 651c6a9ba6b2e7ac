import type { DuplicateRule } from '../types';

/** What can happen to a file that the base already has. */
export const duplicateRules: readonly DuplicateRule[] = ['new_version', 'skip', 'keep'];

const place = 'middeck.uploads.duplicate';

/** What this person chose last; the server's own rule at first. */
export function chosenRule(): DuplicateRule {
  const kept = localStorage.getItem(place);
  return duplicateRules.find((rule) => rule === kept) ?? 'new_version';
}

export const chooseRule = (rule: DuplicateRule): void => localStorage.setItem(place, rule);
