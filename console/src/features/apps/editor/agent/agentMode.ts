import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../api/client';
import type { AppConfig } from '../../../../ui/chat/appConfig';
import type { Words } from '../../../../ui/chat/agent/types';

/** `agent_mode` of a configuration; what we do not know is kept as it came. */
export interface AgentMode {
  enabled?: boolean;
  strategy?: string;
  max_iteration?: number;
  tools?: AgentTool[];
  [other: string]: unknown;
}

/** A tool of an app, as the DSL names it. */
export interface AgentTool {
  provider_type?: string;
  provider_id?: string;
  provider_name?: string;
  tool_name?: string;
  tool_label?: string;
  tool_parameters?: Record<string, unknown>;
  enabled?: boolean;
  middeck?: { confirm?: boolean; [other: string]: unknown };
  [other: string]: unknown;
}

/** A property of a tool's arguments, as far as a form can show it. */
export interface Parameter {
  type?: string;
  description?: string;
  enum?: string[];
}

/** A tool that can be chosen. */
export interface OfferedTool {
  provider_type: string;
  provider_id: string;
  tool_name: string;
  label: Words;
  description: Words;
  parameters: { properties?: Record<string, Parameter>; required?: string[] };
  needs_confirmation: boolean;
  icon: string;
}

export const toolsQuery = (ws: string) => queryOptions({
  queryKey: ['apps', ws, 'tools'],
  queryFn: async ({ signal }) => (await api.get<{ data: OfferedTool[] }>('/api/v1/tools', { signal })).data,
});

export const agentModeOf = (config: AppConfig): AgentMode => (config.agent_mode ?? {}) as AgentMode;

const lastWord = (provider: string | undefined): string => (provider ?? '').split('/').at(-1)!;

/** The offered tool that an app's tool is; undefined when it is not there. Newer files write the provider with a path. */
export function offeredAs(tool: AgentTool, offered: readonly OfferedTool[]): OfferedTool | undefined {
  return offered.find((one) => one.tool_name === tool.tool_name
    && lastWord(one.provider_id) === lastWord(tool.provider_id ?? tool.provider_name));
}

/** The entry that an app gets for a tool. */
export function entryFor(offered: OfferedTool): AgentTool {
  return {
    provider_type: offered.provider_type, provider_id: offered.provider_id, provider_name: offered.provider_id,
    tool_name: offered.tool_name, tool_label: offered.label.en, tool_parameters: {}, enabled: true,
    middeck: { confirm: offered.needs_confirmation },
  };
}
