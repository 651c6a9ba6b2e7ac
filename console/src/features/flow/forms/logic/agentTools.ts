import type { OfferedTool } from '../../../../ui/tools/tools';
import { record, text } from './reading';

/** The strategies that this platform has by their names in the DSL. */
export const strategies = [
  { name: 'function_calling', label: 'FunctionCalling' },
  { name: 'ReAct', label: 'ReAct' },
] as const;

/** What stands under `agent_parameters.name.value`. */
export const agentValue = (data: Record<string, unknown>, name: string): unknown => record(record(data.agent_parameters)[name]).value;

/** `agent_parameters` with another value under a name. */
export const withAgentValue = (data: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> => ({
  agent_parameters: { ...record(data.agent_parameters), [name]: { ...record(record(data.agent_parameters)[name]), type: 'constant', value } },
});

/** A tool as the DSL hands it to an agent: which parameters the model chooses, and which are fixed. */
export const agentTool = (tool: OfferedTool, language: 'zh-CN' | 'en'): Record<string, unknown> => ({
  enabled: true, type: tool.provider_type, provider_id: tool.provider_id, provider_name: tool.provider_id, provider_show_name: tool.provider_id,
  tool_name: tool.tool_name, tool_label: tool.label[language], tool_description: tool.description[language], extra: { description: '' }, settings: {},
  parameters: Object.fromEntries(Object.keys(tool.parameters.properties ?? {}).map((name) => [name, { auto: 1, value: null }])),
});

/** The fixed value of a parameter; undefined when the model chooses it. */
export function fixedValue(tool: Record<string, unknown>, name: string): unknown {
  const given = record(tool.parameters)[name];
  const own = record(given);
  if (own.auto === 1 || given === undefined || given === null) return undefined;
  const value = 'value' in own ? own.value : given;
  return 'value' in record(value) ? record(value).value : value;
}

/** The tool with a parameter fixed, or left to the model. */
export const withFixed = (tool: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> => ({
  ...tool, parameters: {
    ...record(tool.parameters),
    [name]: value === undefined || value === null || text(value) === '' && typeof value === 'string'
      ? { auto: 1, value: null }
      : { auto: 0, value: { type: 'mixed', value } },
  },
});
