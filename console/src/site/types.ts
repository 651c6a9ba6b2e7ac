import type { PublishedStart } from '../ui/chat/appConfig';
import type { Citation } from '../ui/chat/types';

/** How a page looks. */
export interface SiteLook {
  title: string;
  icon_type: string;
  icon: string | null;
  icon_background: string | null;
  description: string;
  copyright: string;
  privacy_policy: string;
  custom_disclaimer: string;
  default_language: string;
  chat_color_theme: string | null;
  chat_color_theme_inverted: boolean;
  theme: 'system' | 'light' | 'dark';
  show_powered_by: boolean;
  input_placeholder: string;
}

/** What a page is drawn from. */
export interface Visit {
  site: SiteLook;
  mode: string;
  entry: 'granted' | 'code' | 'sign_in';
  start: PublishedStart | null;
  batch_rows: number | null;
  workspace_id?: string;
  visitor?: string;
}

export interface Talk {
  id: string;
  name: string;
  message_count: number;
  created_at: string;
  updated_at: string;
}

export interface Share {
  id: string;
  created_at: string;
}

export interface SharedMessage {
  id: string;
  query: string;
  file_names: string[];
  answer: string;
  status: string;
  citations: Citation[];
  created_at: string;
}

export interface SharedTalk {
  name: string;
  shared_at: string;
  messages: SharedMessage[];
}

export interface Batch {
  id: string;
  name: string;
  state: 'waiting' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  total: number;
  succeeded: number;
  failed: number;
  error: string | null;
  created_at: string;
  finished_at: string | null;
}

export interface BatchRow {
  position: number;
  cells: string[];
  state: 'waiting' | 'running' | 'succeeded' | 'failed';
  answer: string | null;
  error: string | null;
}

export interface BatchDetail {
  batch: Batch;
  columns: string[];
  rows: BatchRow[];
}
