/** Who can judge texts, by its name in the DSL. */
export const moderationTypes = ['keywords', 'pattern', 'model', 'openai_moderation', 'api'] as const;

export interface ModerationSide {
  enabled?: boolean;
  preset_response?: string;
}

/** The judge's own settings, and what is done on each side. */
export interface ModerationConfig {
  keywords?: string;
  patterns?: string | string[];
  model?: unknown;
  instruction?: string;
  api_based_extension_id?: string;
  on_error?: string;
  inputs_config?: ModerationSide;
  outputs_config?: ModerationSide;
  [other: string]: unknown;
}

/** The section `sensitive_word_avoidance`. */
export interface Moderation {
  enabled?: boolean;
  type?: string;
  config?: ModerationConfig;
}
