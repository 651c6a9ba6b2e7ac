/** What a step of the checklist leads to. */
interface StepPlace {
  /** Below the workspace; `base` is the newest knowledge base if there is one. */
  path: (base: string | undefined) => string;
  /** Without it the line would lead to a closed door. */
  permission?: string;
}

/** The steps that this console knows, by their names in the API. */
export const stepPlaces: Readonly<Record<string, StepPlace>> = {
  change_password: { path: () => 'settings?section=account' },
  connect_model: { path: () => 'providers?new=1', permission: 'models.manage' },
  upload_document: {
    path: (base) => (base === undefined ? 'knowledge?new=1' : `knowledge/${base}`), permission: 'knowledge.update',
  },
  ask: { path: () => 'chat', permission: 'apps.use' },
  create_key: { path: () => 'keys?new=1', permission: 'apps.keys' },
  invite: { path: () => 'members?invite=1', permission: 'members.invite' },
};
