import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];

export type AdminUser = Schemas['AdminUser'];
export type AdminWorkspace = Schemas['AdminWorkspace'];
export type OneTimeLink = Schemas['OneTimeLink'];
