import type { Feature } from '../ui/feature';

/** What the folders under features/ offer, in the order of their names. */
export const features: readonly Feature[] =
  Object.values(import.meta.glob<Feature>('../features/*/routes.tsx', { eager: true }));
