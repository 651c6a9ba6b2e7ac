/** Words of the server in the console's languages. */
export interface Words {
  'zh-CN': string;
  en: string;
}

export type CallStatus = 'waiting' | 'running' | 'succeeded' | 'failed' | 'refused' | 'stopped';

/** One call of a tool. */
export interface AgentCall {
  id: string;
  tool: string;
  label: Words;
  icon: string;
  /** The arguments; a text where the model wrote something else. */
  input: unknown;
  status: CallStatus;
  output: string | null;
  /** Seconds. */
  duration: number | null;
  /** The ids of what it made. */
  files: string[];
}

/** What a model thought and had called before it went on. */
export interface AgentStep {
  id: string;
  position: number;
  thought: string;
  /** Empty in the last step, which is the answer. */
  calls: AgentCall[];
  /** How long the answer was when this step's part of it was written. */
  answer_end: number;
  /** Seconds; null while it goes on. */
  duration: number | null;
}

/** What a tool made. */
export interface MadeFile {
  id: string;
  name: string;
  mime_type: string;
  kind: string;
  url: string;
}

/** A question whether a tool may be called. */
export interface ToolQuestion {
  id: string;
  /** Where it is answered. */
  address: string;
  call_id: string;
  label: Words;
  icon: string;
  input: unknown;
  status: 'waiting' | 'allowed' | 'refused' | 'expired' | 'stopped';
  expires_at: string;
}

/** What an agent did on the way to an answer. */
export interface AgentWork {
  steps?: readonly AgentStep[];
  madeFiles?: readonly MadeFile[];
  questions?: readonly ToolQuestion[];
}
