import { useMemo, useState } from 'react';
import type { InputField } from './appConfig';

/** What was filled in before a conversation: the values as the API wants them, and which field is still missing. */
export function useInputs(fields: readonly InputField[]) {
  const [given, setGiven] = useState<Record<string, string>>({});
  return useMemo(() => {
    const values = Object.fromEntries(fields.map(({ variable, initial }) => [variable, given[variable] ?? initial]));
    const missing = fields.find(({ variable, required }) => required && values[variable]!.trim() === '');
    const inputs = Object.fromEntries(fields.map(({ type, variable }) => {
      const value = values[variable]!;
      return [variable, type === 'number' && value !== '' ? Number(value) : value];
    }));
    return { values, inputs, missing, setGiven };
  }, [fields, given]);
}
