import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Words } from '../chat/agent/types';

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

/** The tools that apps of the workspace can call. */
export const toolsQuery = (ws: string) => queryOptions({
  queryKey: ['apps', ws, 'tools'],
  queryFn: async ({ signal }) => (await api.get<{ data: OfferedTool[] }>('/api/v1/tools', { signal })).data,
});

const lastWord = (provider: string | undefined): string => (provider ?? '').split('/').at(-1)!;

/** A tool as configurations name it. */
interface NamedTool {
  provider_id?: string;
  provider_name?: string;
  tool_name?: string;
}

/** The offered tool that is named; undefined when it is not there. Newer files write the provider with a path. */
export function offeredAs(tool: NamedTool, offered: readonly OfferedTool[]): OfferedTool | undefined {
  return offered.find((one) => one.tool_name === tool.tool_name
    && lastWord(one.provider_id) === lastWord(tool.provider_id ?? tool.provider_name));
}
