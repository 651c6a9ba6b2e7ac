import {
  AppWindow, BookText, Bug, Building2, Cable, ChartColumn, Cpu, DatabaseBackup, House, KeyRound, LayoutTemplate, ListChecks, MessageSquare,
  ScrollText, Server, Settings, ShieldCheck, ToggleRight, Users, Wrench, type LucideIcon,
} from 'lucide-react';

export type AreaGroup = 'top' | 'build' | 'models' | 'operate' | 'observe' | 'govern';

/** One place of the navigation. It is shown when a feature serves it and the person may see it. */
export interface Area {
  group: AreaGroup;
  /** Below `/w/{workspace}`; empty is the workspace's home. */
  path: string;
  icon: LucideIcon;
  /** Any one of them is enough; none means that every member sees it. */
  permissions: readonly string[];
  /** The letter after `G` that goes there. */
  letter?: string;
}

/** All areas in the order of the navigation. Their words are `area.<name>` in shell.json. */
export const areas = {
  home: { group: 'top', path: '', icon: House, permissions: [], letter: 'h' },
  chat: { group: 'top', path: 'chat', icon: MessageSquare, permissions: ['apps.use'], letter: 'c' },
  // People who only ask reach apps and passages through the chat; these are the builders' places.
  apps: { group: 'build', path: 'apps', icon: AppWindow, permissions: ['apps.update', 'apps.logs'], letter: 'a' },
  knowledge: { group: 'build', path: 'knowledge', icon: BookText, permissions: ['knowledge.update'], letter: 'k' },
  tools: { group: 'build', path: 'tools', icon: Wrench, permissions: ['apps.update'], letter: 't' },
  templates: { group: 'build', path: 'templates', icon: LayoutTemplate, permissions: ['apps.create'] },
  providers: { group: 'models', path: 'providers', icon: Cpu, permissions: ['models.manage', 'models.invoke'], letter: 'p' },
  keys: { group: 'models', path: 'keys', icon: KeyRound, permissions: ['keys.manage', 'apps.keys'] },
  usage: { group: 'models', path: 'usage', icon: ChartColumn, permissions: ['models.usage'], letter: 'u' },
  services: { group: 'operate', path: 'ops/services', icon: Server, permissions: ['installation.operate'], letter: 'o' },
  ports: { group: 'operate', path: 'ops/ports', icon: Cable, permissions: ['installation.operate'] },
  logs: { group: 'operate', path: 'ops/logs', icon: ScrollText, permissions: ['installation.operate'] },
  environment: { group: 'operate', path: 'ops/environment', icon: ToggleRight, permissions: ['installation.operate'] },
  backups: { group: 'operate', path: 'ops/backups', icon: DatabaseBackup, permissions: ['installation.operate'], letter: 'b' },
  jobs: { group: 'operate', path: 'ops/jobs', icon: ListChecks, permissions: ['jobs.read'], letter: 'j' },
  errors: { group: 'observe', path: 'obs/errors', icon: Bug, permissions: ['errors.read'], letter: 'e' },
  members: { group: 'govern', path: 'members', icon: Users, permissions: ['members.read'], letter: 'm' },
  audit: { group: 'govern', path: 'audit', icon: ShieldCheck, permissions: ['audit.read'], letter: 'l' },
  settings: { group: 'govern', path: 'settings', icon: Settings, permissions: ['workspaces.read'], letter: 's' },
  admin: { group: 'govern', path: 'admin', icon: Building2, permissions: ['installation.users', 'installation.workspaces'] },
} as const satisfies Record<string, Area>;

export type AreaName = keyof typeof areas;
