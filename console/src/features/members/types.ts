import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];

export type Member = Schemas['Member'];
export type Invitation = Schemas['Invitation'];
export type NewInvitation = Schemas['NewInvitation'];
export type OneTimeLink = Schemas['OneTimeLink'];
export type Role = Schemas['RoleView'];
export type Permission = Schemas['Permission'];
