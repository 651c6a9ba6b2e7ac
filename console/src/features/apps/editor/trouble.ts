import { createContext, useContext } from 'react';
import i18n from 'i18next';
import { Problem } from '../../../api/problem';

/** The place in a draft that the server refused, and why, in the reader's language. */
export interface Trouble {
  /** Such as `model.completion_params.temperature` or `user_input_form[0].select.variable`. */
  path: string;
  text: string;
}

const root = 'config.';

// The server's rules in its own words, and under which key ours stand; the groups fill their places in order.
const rules: readonly [RegExp, string, ...string[]][] = [
  [/^is needed/, 'needed'],
  [/^must have at most ([\d,]+) characters/, 'characters', 'most'],
  [/^must have at most ([\d,]+) items/, 'items', 'most'],
  [/^must be a (?:whole )?number from (\S+) to ([\d.,]*\d)/, 'number', 'least', 'most'],
  [/^must begin with a letter/, 'name'],
  [/^is used by another/, 'taken'],
  [/^must have 1 to ([\d,]+) lines/, 'lines', 'most'],
  [/^is no regular expression in line (\d+)/, 'pattern', 'line'],
  [/^cannot be used in line (\d+)/, 'pattern_unsupported', 'line'],
  [/^must enable inputs_config/, 'sides'],
  [/^must be a value of the type ([^\s.]+)/, 'type', 'type'],
];

/** Where and why a draft was refused; undefined when it failed for another reason. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof Problem)) return undefined;
  const field = error.field ?? Object.keys(error.errors)[0];
  if (!field?.startsWith(root)) return undefined;
  const detail = error.detail ?? '';
  return { path: field.slice(root.length), text: ruleText(detail.startsWith(field) ? detail.slice(field.length + 1) : detail) };
}

function ruleText(rule: string): string {
  for (const [pattern, key, ...places] of rules) {
    const found = pattern.exec(rule);
    if (found) {
      return i18n.t(`appEditor:rule.${key}`, Object.fromEntries(places.map((name, at) => [name, found[at + 1]])));
    }
  }
  return rule;
}

/** Whether a place is another one or lies in it. */
export const isWithin = (path: string, part: string): boolean =>
  path === part || (path.startsWith(part) && /^[.[]/.test(path.slice(part.length)));

export const TroubleContext = createContext<Trouble | undefined>(undefined);

/** Why the value at a place was refused; undefined when it was not. */
export function useTrouble(path: string): string | undefined {
  const trouble = useContext(TroubleContext);
  return trouble && isWithin(trouble.path, path) ? trouble.text : undefined;
}
