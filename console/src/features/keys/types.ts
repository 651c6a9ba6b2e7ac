import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];

export type ApiKey = Schemas['ApiKey'];
export type NewApiKey = Schemas['NewApiKey'];
export type CreateManagementKey = Schemas['CreateManagementKey'];
export type Permission = Schemas['Permission'];

/** Where each kind of key lives in the API. */
export const keyPaths = {
  management: '/api/v1/management-keys',
  knowledge: '/api/v1/knowledge-bases/api-keys',
} as const;

export type KeyKind = keyof typeof keyPaths;
