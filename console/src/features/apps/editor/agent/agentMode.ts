import type { AppConfig } from '../../../../ui/chat/appConfig';
import type { OfferedTool } from '../../../../ui/tools/tools';

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

export const agentModeOf = (config: AppConfig): AgentMode => (config.agent_mode ?? {}) as AgentMode;

/** The entry that an app gets for a tool. */
export function entryFor(offered: OfferedTool): AgentTool {
  return {
    provider_type: offered.provider_type, provider_id: offered.provider_id, provider_name: offered.provider_id,
    tool_name: offered.tool_name, tool_label: offered.label.en, tool_parameters: {}, enabled: true,
    middeck: { confirm: offered.needs_confirmation },
  };
}
