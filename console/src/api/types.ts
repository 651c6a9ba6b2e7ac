// What the console's foundation uses of the API. Feature pages take their shapes from the generated schema.

/** A page of a list. */
export interface Page<T> {
  data: T[];
  has_more: boolean;
  next_cursor: string | null;
}

export interface User {
  id: string;
  email: string;
  name: string;
  language: 'zh-CN' | 'en' | null;
  default_workspace_id: string | null;
  must_change_password: boolean;
  created_at: string;
  last_login_at: string | null;
}

export type RoleName = 'owner' | 'admin' | 'editor' | 'operator' | 'dataset_operator' | 'viewer';

/** Who is signed in, and what they may do in the workspace that was asked for. */
export interface Me extends User {
  workspace: { id: string; name: string; role: RoleName } | null;
  permissions: string[];
  installation_admin: boolean;
}

export interface LoginAnswer {
  access_token: string;
  /** Seconds. */
  expires_in: number;
  user: User;
}

export interface Workspace {
  id: string;
  name: string;
  role: RoleName;
  member_count: number;
  created_at: string;
}

export interface Health {
  status: 'ok' | 'degraded' | 'unhealthy';
  version: string;
  environment?: 'dev' | 'prod';
  checks: Record<string, unknown>;
}

export interface System {
  name: string;
  version: string;
  environment: 'dev' | 'prod';
  started_at: string;
  base_url: string;
  smtp_configured: boolean;
}

export interface PasswordPolicy {
  min_length: number;
  rules: string[];
}

export interface Invitation {
  workspace_name: string;
  role: RoleName;
  email: string | null;
  expires_at: string;
  account_exists: boolean;
}

/** What the console's live stream carries. */
export interface LiveEvent {
  type: string;
  topic: string;
  data: unknown;
  at: string;
}
