import type { components } from '../../api/schema.gen';

export type ToolProvider = components['schemas']['ToolProvider'];
export type ToolProviderDetail = components['schemas']['ToolProviderDetail'];
export type StartedSignIn = components['schemas']['StartedSignIn'];
export type TriedTool = components['schemas']['TriedTool'];
export type MailSetting = components['schemas']['MailSetting'];
export type MailCheck = components['schemas']['MailCheck'];
export type OfferedTool = components['schemas']['ToolSummary'];

/** A tool with its schema as far as a form reads it. */
export interface ProviderTool extends Omit<components['schemas']['ToolProviderTool'], 'parameters'> {
  parameters: { properties?: Record<string, ToolParameter>; required?: string[] };
}

export interface ToolParameter {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
}

export type Kind = 'openapi' | 'curl' | 'mcp';
