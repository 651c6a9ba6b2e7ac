/** A sentence in both languages of the console. */
export type Sentence = Record<'en' | 'zh-CN', string>;

export type ServiceAct = 'start' | 'stop' | 'restart';

/** A process, a systemd unit, a Compose project or an address that the installation looks after. */
export interface Service {
  name: string;
  kind: 'built_in' | 'process' | 'systemd' | 'compose' | 'url';
  description: string;
  state: 'waiting' | 'starting' | 'running' | 'restarting' | 'stopped' | 'failed';
  health: 'unknown' | 'starting' | 'healthy' | 'unhealthy';
  health_problem: string | null;
  pid: number | null;
  ports: number[];
  /** Where people open it. */
  address: string | null;
  /** 100 is one core. */
  cpu_percent: number | null;
  memory_bytes: number | null;
  connections: number | null;
  started_at: string | null;
  restarts: number;
  last_exit_code: number | null;
  last_words: string | null;
  limits_by: string | null;
  depends_on: string[];
  required_by: string[];
  /** What may be done now. */
  acts: ServiceAct[];
}

export interface ServiceList {
  /** False when another manager runs the platform: nothing can be started or stopped from here then. */
  supervised: boolean;
  home: string;
  url: string | null;
  catalogue_problem: Sentence | null;
  data: Service[];
}

/** The end of a log; `command` says where another manager keeps it. */
export interface ServiceLog {
  lines: string[];
  command: string | null;
}

export interface Finding {
  code: string;
  severity: 'critical' | 'warning' | 'info';
  sentence: Sentence;
  /** What a person types to repair it. */
  command: string | null;
}

export interface Report {
  check: string;
  title: Sentence;
  /** Why the check could not be made. */
  not_run: Sentence | null;
  findings: Finding[];
}

export interface Backup {
  name: string;
  reason: 'manual' | 'schedule' | 'upgrade';
  created_at: string;
  seconds: number;
  bytes: number;
  program_version: string;
  includes_keys: boolean;
  encryption: 'none' | 'passphrase' | 'age';
  objects: number;
  rows: number;
  verified_at: string | null;
}

/** A restore for trial: into a home of its own, compared and asked, and removed. */
export interface Drill {
  backup: string;
  started_at: string;
  passed: boolean;
  problem: string | null;
  seconds: number;
  restore_seconds: number;
  tables: number;
  rows: number;
  objects: number;
  /** What the restored platform was asked and answered, a line each. */
  answers: string[];
}

export interface BackupList {
  address: string;
  /** Five cron fields in UTC. */
  schedule: string | null;
  drill_schedule: string | null;
  next_at: string | null;
  retention: { daily: number; weekly: number; monthly: number };
  encryption: Backup['encryption'];
  data: Backup[];
  damaged: string[];
  drills: Drill[];
}

export type EnvironmentName = 'dev' | 'prod';

/** A line of the configuration that only one of two versions has. */
export interface DifferenceLine {
  sign: '-' | '+';
  line: number;
  text: string;
}

export interface SettingChange {
  section: string;
  key: string;
  value: string | null;
}

export interface Environment {
  environment: EnvironmentName;
  public_url: string;
  file: string;
  /** What a switch would change. */
  other: {
    environment: EnvironmentName;
    changes: SettingChange[];
    difference: DifferenceLine[];
    overridden: { key: string; by: string }[];
  } | null;
  problem: Sentence | null;
  /** Copies of the configuration. */
  backups: { name: string; created_at: string }[];
}

export interface Readiness {
  ready: boolean;
  reports: Report[];
}

export interface Switched {
  environment: EnvironmentName;
  backup: string | null;
  restart_needed: boolean;
}

export interface Port {
  service: string;
  name: string;
  number: number;
  protocol: string;
  address: string;
  purpose: string;
  layer: 'entry' | 'application' | 'model' | 'data' | 'monitoring';
  state: 'free' | 'in_use' | 'conflict' | 'foreign';
  owner: { pid: number; command: string; user: string } | null;
  /** Where its number was said. */
  file_line: string;
  /** A free number for a port that somebody else holds. */
  proposal: number | null;
}
