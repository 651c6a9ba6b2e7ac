import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];

export type Provider = Schemas['Provider'];
export type ProviderModel = Schemas['ProviderModel'];
export type ModelPrice = Schemas['ModelPrice'];
export type ProviderTest = Schemas['ProviderTest'];
export type DefaultModels = Schemas['DefaultModels'];

/** A model that stands in a form. */
export type PickedModel = Pick<ProviderModel, 'name' | 'type'> & Partial<ProviderModel>;
