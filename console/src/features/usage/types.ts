import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];

export type UsageSum = Schemas['UsageSum'];
export type UsageCall = Schemas['UsageCall'];

export const ranges = ['24h', '7d', '30d'] as const;
export type Range = (typeof ranges)[number];

export const groups = ['day', 'model', 'app'] as const;
export type Group = (typeof groups)[number];
