import type { AppConfig, FormItem } from '../../../../ui/chat/appConfig';

/** What can be asked for, by its name in the DSL. */
export const variableKinds = ['text-input', 'paragraph', 'select', 'number', 'checkbox', 'file', 'file-list'] as const;
export type VariableKind = (typeof variableKinds)[number];
export type VariableBody = NonNullable<FormItem[string]>;

export const isFileKind = (kind: VariableKind): boolean => kind === 'file' || kind === 'file-list';
export const isTextKind = (kind: VariableKind): boolean => kind === 'text-input' || kind === 'paragraph';

/** What a name in a prompt can be. */
export const variableName = /^[a-zA-Z_][a-zA-Z0-9_]{0,29}$/;

/** The kind of an item of the form; undefined for one that we do not know. */
export const kindOf = (item: FormItem): VariableKind | undefined => variableKinds.find((kind) => item[kind]);

/** The names of the form's variables, of whatever kind. */
export const formNames = (config: AppConfig): string[] =>
  (config.user_input_form ?? []).flatMap((item) => Object.values(item).flatMap((body) => body?.variable ?? []));

/** What a prompt can name: what is asked for, what programs give, and what the conversation holds. */
export function knownNames(config: AppConfig): string[] {
  const tools = (config.external_data_tools ?? []) as { variable?: string }[];
  const held = (config.conversation_variables ?? []) as { name?: string }[];
  return [
    ...formNames(config),
    ...tools.flatMap(({ variable }) => variable ?? []),
    ...held.flatMap(({ name }) => (name ? `conversation.${name}` : [])),
  ];
}

/** A name that is not taken yet: `var_3`. */
export function freeName(stem: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${stem}_${number}`)) number++;
  return `${stem}_${number}`;
}

/** A variable for one line of text, as a new one begins. */
export const textVariable = (variable: string): FormItem => ({
  'text-input': { variable, label: variable, required: false, default: '' },
});

/** Another kind of question for the same variable. What it began with fits no more. */
export function ofKind(body: VariableBody, kind: VariableKind): FormItem {
  const { default: _before, ...kept } = body;
  return { [kind]: isFileKind(kind) ? kept : { ...kept, default: kind === 'checkbox' ? false : '' } };
}
