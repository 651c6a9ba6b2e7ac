type Values = Record<string, unknown>;

/** What a person is asked by a run. */
export interface AskedForm {
  /** Markdown; `{{#$output.name#}}` is the place of a field. */
  content: string;
  /** The fields as the DSL has them. */
  inputs: readonly Values[];
  actions: readonly { id: string; title: string; button_style?: string }[];
  defaults: Values;
}

/** Something that a person has to fill in before a run goes on. */
export interface HumanForm extends AskedForm {
  id: string;
  nodeId: string;
  title: string;
  /** Milliseconds since 1970. */
  expiresAt: number | undefined;
}

/** What was filled in, and which button was chosen. */
export interface FormAnswer {
  action: string;
  inputs: Values;
}

/** The form that `human_input_required` asks to be filled in. */
export function formOf(data: Values): HumanForm {
  const expires = data.expiration_time;
  return {
    id: text(data.form_id), nodeId: text(data.node_id), title: text(data.node_title), content: text(data.form_content),
    inputs: Array.isArray(data.inputs) ? data.inputs as Values[] : [],
    actions: Array.isArray(data.actions) ? data.actions as HumanForm['actions'] : [],
    defaults: (data.resolved_default_values ?? {}) as Values, expiresAt: typeof expires === 'number' ? expires * 1000 : undefined,
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
