/** The newest knowledge base and app, as far as there are any. */
export interface Newest {
  base: string | undefined;
  app: string | undefined;
}

/** What a step of the checklist leads to. */
interface StepPlace {
  /** Below the workspace. */
  path: (newest: Newest) => string;
  /** Without it the line would lead to a closed door. */
  permission?: string;
}

/** The steps that this console knows, by their names in the API. */
export const stepPlaces: Readonly<Record<string, StepPlace>> = {
  change_password: { path: () => 'settings#password' },
  connect_model: { path: () => 'providers?new=1', permission: 'models.manage' },
  upload_document: {
    path: ({ base }) => (base === undefined ? 'knowledge?new=1' : `knowledge/${base}`), permission: 'knowledge.update',
  },
  ask: { path: () => 'chat', permission: 'apps.use' },
  create_key: { path: ({ app }) => (app === undefined ? 'keys' : `apps/${app}/access`), permission: 'apps.keys' },
  invite: { path: () => 'members?invite=1', permission: 'members.invite' },
};
