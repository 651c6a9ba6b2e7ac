export type ChannelKind = 'webhook' | 'wecom' | 'feishu' | 'dingtalk' | 'slack';

export interface ChannelSettings {
  url?: string | null;
  corp_id?: string | null;
  agent_id?: string | null;
  region?: 'feishu' | 'lark' | null;
  app_id?: string | null;
  client_id?: string | null;
  language?: 'zh' | 'en' | null;
  format?: 'markdown' | 'text' | null;
  person_limit?: number | null;
}

export type ChannelState = 'unused' | 'working' | 'failing' | 'off' | 'switched_off';

export interface Channel {
  id: string;
  app_id: string;
  kind: ChannelKind;
  name: string;
  enabled: boolean;
  state: ChannelState;
  switched_off_reason: string | null;
  events: string[];
  settings: ChannelSettings;
  /** Masked, by their names. */
  secrets: Record<string, string>;
  callback_path: string | null;
  failing_since: string | null;
  last_event_at: string | null;
  last_success_at: string | null;
  last_error: string | null;
  last_error_at: string | null;
  created_at: string;
  updated_at: string;
}

export interface NewChannel {
  channel: Channel;
  signing_secret: string | null;
}

export interface ChannelCheck {
  ok: boolean;
  detail: string;
  duration: number;
  delivery_id: string | null;
}

export interface Delivery {
  id: string;
  type: string;
  state: 'waiting' | 'running' | 'delivered' | 'failed' | 'ignored';
  attempt: number;
  next_attempt_at: string | null;
  status_code: number | null;
  error: string | null;
  duration: number | null;
  created_at: string;
  finished_at: string | null;
}

export interface DeliveryDetail {
  delivery: Delivery;
  webhook_id: string;
  payload: string | null;
  response: string | null;
}

/** What the form of a channel holds. */
export interface ChannelValues {
  kind: ChannelKind;
  name: string;
  events?: string[];
  settings?: ChannelSettings;
  secrets?: Record<string, string | undefined>;
}
