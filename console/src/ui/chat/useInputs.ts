import { useMemo, useState, useSyncExternalStore } from 'react';
import type { InputField } from './appConfig';
import type { ChatSession } from './ChatSession';
import { FieldFiles } from './files/FieldFiles';
import { filesOf } from './files/filesOf';

// What was typed lasts as long as the page, as the session does: another conversation in between loses nothing.
const typed = new WeakMap<ChatSession, Record<string, string>>();

/**
 * What was filled in before a conversation: the values as the API wants them, and which field is still missing. Files are only
 * given where there is a session to send them by.
 */
export function useInputs(fields: readonly InputField[], session?: ChatSession) {
  const [given, setState] = useState<Record<string, string>>(() => (session && typed.get(session)) ?? {});
  const files = useFileFields(fields, session);
  return useMemo(() => {
    const setGiven = (next: Record<string, string>) => {
      if (session) typed.set(session, next);
      setState(next);
    };
    const values = Object.fromEntries(fields.map(({ variable, initial }) => [variable, given[variable] ?? initial]));
    const isEmpty = ({ type, variable }: InputField) => (
      type === 'file' || type === 'file-list' ? files[variable]?.given.length === 0 : values[variable]!.trim() === ''
    );
    const isMissing = (field: InputField) => field.required && !field.hidden && field.type !== 'checkbox' && isEmpty(field);
    const inputs = Object.fromEntries(fields.map(({ type, variable }) => [
      variable, valueOf(type, values[variable]!, files[variable]?.given.map(({ reference }) => reference)),
    ]));
    return { values, inputs, setGiven, missing: fields.find(isMissing), sending: Object.values(files).some(({ isUnready }) => isUnready) };
  }, [fields, given, files, session]);
}

function valueOf(type: InputField['type'], value: string, files: readonly unknown[] | undefined): unknown {
  switch (type) {
    case 'number': return value === '' ? value : Number(value);
    case 'checkbox': return value === 'true';
    case 'file': return files?.[0];
    case 'file-list': return files ?? [];
    default: return value;
  }
}

/** The files of the form's fields, anew whenever one of them changes. */
function useFileFields(fields: readonly InputField[], session: ChatSession | undefined) {
  const files = useMemo(() => new FieldFiles(fields.flatMap(({ takes, variable }) => (
    takes && session ? [{ variable, store: filesOf(session, variable) }] : []
  ))), [fields, session]);
  return useSyncExternalStore(files.subscribe, files.snapshot);
}
