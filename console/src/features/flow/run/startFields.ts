import { inputFields, type FormItem, type InputField } from '../../../ui/chat/appConfig';
import type { WorkflowConfig } from '../model/graph';

export interface StartFields {
  fields: InputField[];
  /** The variables whose text is JSON. */
  json: ReadonlySet<string>;
  /** Whether a person can begin a run: the graph has a start. */
  hasStart: boolean;
}

/** What the start of a graph asks for, as fields to fill in. */
export function startFields({ graph }: WorkflowConfig): StartFields {
  const start = graph.nodes.find(({ data }) => data.type === 'start');
  const variables = (Array.isArray(start?.data.variables) ? start.data.variables : []) as ({ type?: string; variable?: string } & Record<string, unknown>)[];
  const items = variables.map(({ type = 'text-input', ...body }): FormItem => ({ [type === 'json_object' ? 'paragraph' : type]: body }));
  return {
    fields: inputFields({ user_input_form: items }),
    json: new Set(variables.filter(({ type }) => type === 'json_object').map(({ variable }) => variable ?? '')),
    hasStart: start !== undefined,
  };
}

/** What was filled in as the server wants it, and the first field whose JSON is none. */
export function runInputs(inputs: Record<string, unknown>, json: ReadonlySet<string>): { inputs: Record<string, unknown>; bad: string | undefined } {
  let bad: string | undefined;
  const read = Object.fromEntries(Object.entries(inputs).map(([name, value]) => {
    if (!json.has(name) || typeof value !== 'string') return [name, value];
    if (value.trim() === '') return [name, undefined];
    try {
      return [name, JSON.parse(value) as unknown];
    } catch {
      bad ??= name;
      return [name, value];
    }
  }));
  return { inputs: read, bad };
}
