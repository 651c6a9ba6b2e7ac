import type { components } from '../../api/schema.gen';

export type ErrorEntry = components['schemas']['ErrorEntry'];
