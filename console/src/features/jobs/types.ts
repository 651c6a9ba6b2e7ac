import type { components } from '../../api/schema.gen';

export type Job = components['schemas']['Job'];
