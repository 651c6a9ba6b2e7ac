import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];

export type Onboarding = Schemas['OnboardingView'];
export type Step = Schemas['OnboardingStepView'];
export type Job = Schemas['Job'];
export type Provider = Schemas['Provider'];
export type App = Schemas['App'];
export type KnowledgeBase = Schemas['KnowledgeBase'];
