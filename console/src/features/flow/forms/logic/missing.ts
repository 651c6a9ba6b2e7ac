import type { NodeData } from '../../model/graph';
import { needsValue } from './operators';
import { list, record, isSelector as names, text, variableName } from './reading';

/** The names of what a node lacks, as words under `flowNodes:problem.…`. */
export function missingOf(data: NodeData, isChat: boolean): string[] {
  return checks(data, isChat).filter(([, isMissing]) => isMissing).map(([key]) => key);
}

type Check = [key: string, isMissing: boolean];

const isBlank = (value: unknown): boolean => text(value).trim() === '';
const isRight = (name: unknown): boolean => variableName.test(text(name));
// Inputs of code and templates: a name and where it comes from.
const isBound = (one: Record<string, unknown>): boolean => isRight(one.variable) && names(one.value_selector);

function checks(data: NodeData, isChat: boolean): Check[] {
  switch (data.type) {
    case 'start': return [['variable_name', list(data.variables).some((one) => !isRight(one.variable))]];
    case 'end': return [['outputs', list(data.outputs).some((one) => isBlank(one.variable) || !names(one.value_selector))]];
    case 'answer': return [['answer', isBlank(data.answer)]];
    case 'llm': return [
      ['prompt', !hasPrompt(data, isChat)],
      ['context', isOn(data.context) && !names(record(data.context).variable_selector)],
      ['vision', isOn(data.vision) && !isChat && !names(record(record(data.vision).configs).variable_selector)],
      ['schema', data.structured_output_enabled === true && Object.keys(record(record(data.structured_output).schema)).length === 0],
    ];
    case 'knowledge-retrieval': return [
      ['query', !names(data.query_variable_selector)],
      ['bases', !Array.isArray(data.dataset_ids) || data.dataset_ids.length === 0],
    ];
    case 'question-classifier': return [
      ['query', !names(data.query_variable_selector)],
      ['classes', list(data.classes).length === 0 || list(data.classes).some(({ name }) => isBlank(name))],
    ];
    case 'parameter-extractor': return [
      ['query', !names(data.query)],
      ['parameters', list(data.parameters).length === 0 || list(data.parameters).some(({ name }) => !isRight(name))],
    ];
    case 'if-else': return [['conditions', Array.isArray(data.cases)
      && list(data.cases).some(({ conditions }) => list(conditions).length === 0 || list(conditions).some(isHalf))]];
    case 'code': return [
      ['code', isBlank(data.code)], ['inputs', list(data.variables).some((one) => !isBound(one))],
      ['code_outputs', Object.keys(record(data.outputs)).length === 0 || Object.keys(record(data.outputs)).some((name) => isBlank(name))],
    ];
    case 'template-transform': return [['template', isBlank(data.template)], ['inputs', list(data.variables).some((one) => !isBound(one))]];
    case 'variable-aggregator': case 'variable-assigner': {
      const settings = record(data.advanced_settings);
      const parts = settings.group_enabled === true ? list(settings.groups) : [data as Record<string, unknown>];
      return [['sources', parts.some(({ variables }) => !Array.isArray(variables) || variables.filter(names).length === 0)]];
    }
    case 'assigner': return [['assignments', isUnassigned(data)]];
    case 'iteration': return [['items', !names(data.iterator_selector)], ['iteration_output', !names(data.output_selector)]];
    case 'loop': return [
      ['loop_variables', list(data.loop_variables).some((one) => !isRight(one.label) || (one.value_type === 'variable' && !names(one.value)))],
      ['conditions', list(data.break_conditions).some(isHalf)],
    ];
    case 'http-request': return [['url', isBlank(data.url)]];
    case 'tool': return [['tool', isBlank(data.tool_name)]];
    case 'document-extractor': return [['document', !names(data.variable_selector)]];
    case 'list-operator': return [['list', !names(data.variable)]];
    case 'agent': return [['strategy', isBlank(data.agent_strategy_name)], ['agent_query', isBlankParameter(data, 'query')]];
    case 'human-input': return [
      ['actions', list(data.user_actions).length === 0 || list(data.user_actions).some(({ id }) => isBlank(id))],
      ['fields', list(data.inputs).some(({ output_variable_name }) => !isRight(output_variable_name))],
    ];
    case 'trigger-schedule': return [['cron', data.mode === 'cron' && isBlank(data.cron_expression)]];
    default: return [];
  }
}

const isOn = (part: unknown): boolean => record(part).enabled === true;

function hasPrompt({ prompt_template: prompt, memory }: NodeData, isChat: boolean): boolean {
  // With a memory the question of the round is a message of its own.
  if (isChat && Object.keys(record(memory)).length > 0) return true;
  const parts = Array.isArray(prompt) ? list(prompt) : [record(prompt)];
  return parts.some(({ text: plain, jinja2_text, edition_type }) => !isBlank(edition_type === 'jinja2' ? jinja2_text : plain));
}

/** Whether a condition lacks its variable, its operator or what it compares with. */
function isHalf({ variable_selector, comparison_operator, value, sub_variable_condition }: Record<string, unknown>): boolean {
  if (!names(variable_selector) || isBlank(comparison_operator)) return true;
  const inner = list(record(sub_variable_condition).conditions);
  if (inner.length > 0) return inner.some((one) => isBlank(one.key) || isBlank(one.comparison_operator));
  return needsValue(text(comparison_operator)) && (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0));
}

function isUnassigned(data: NodeData): boolean {
  if (!Array.isArray(data.items)) {
    return !names(data.assigned_variable_selector) || (data.write_mode !== 'clear' && !names(data.input_variable_selector));
  }
  return data.items.length === 0 || list(data.items).some(({ variable_selector, operation, input_type, value }) =>
    !names(variable_selector) || isBlank(operation)
      || (input_type === 'variable' && !['clear', 'remove-first', 'remove-last'].includes(text(operation)) && !names(value)));
}

function isBlankParameter(data: NodeData, name: string): boolean {
  const { value } = record(record(data.agent_parameters)[name]);
  return !(Array.isArray(value) ? names(value) : !isBlank(value));
}
