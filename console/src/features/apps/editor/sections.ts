import i18n from 'i18next';
import { lazy, type ComponentType } from 'react';
import { KnowledgeSection } from './KnowledgeSection';
import { ModelSection } from './ModelSection';
import { PromptSection } from './PromptSection';
import type * as Later from './parts/later';
import type { PartProps } from './Section';
import { VariablesSection } from './variables/VariablesSection';

/** A part of the form and the kinds of apps that have it. */
export interface EditorSection {
  kinds: readonly string[];
  Part: ComponentType<PartProps>;
}

const talking = ['chat', 'agent-chat'] as const;
const every = [...talking, 'completion'] as const;

// With its own words: other kinds of apps do not load it.
const AgentSections = lazy(async () => {
  const [{ AgentSections: loaded }] = await Promise.all([import('./agent/AgentSections'), i18n.loadNamespaces('agent')]);
  return { default: loaded };
});

// What stands further down is loaded as one, after the parts that everybody begins with.
const later = (name: keyof typeof Later) => lazy(async () => ({ default: (await import('./parts/later'))[name] }));

/** All parts in their order. A new one is a line here. */
export const sections: readonly EditorSection[] = [
  { kinds: every, Part: PromptSection },
  { kinds: every, Part: VariablesSection },
  { kinds: every, Part: ModelSection },
  { kinds: ['agent-chat'], Part: AgentSections },
  { kinds: every, Part: KnowledgeSection },
  { kinds: talking, Part: later('OpeningSection') },
  { kinds: every, Part: later('CitationsSection') },
  { kinds: every, Part: later('FilesSection') },
  { kinds: talking, Part: later('FollowUpSection') },
  { kinds: every, Part: lazy(async () => ({ default: (await import('./speech/SpeechSection')).SpeechSection })) },
  { kinds: talking, Part: later('MemorySection') },
  { kinds: talking, Part: later('ConversationVariablesSection') },
  { kinds: every, Part: later('AnnotationReplySection') },
  { kinds: every, Part: later('ModerationSection') },
  { kinds: every, Part: later('ExternalDataSection') },
];

/** The parts of one kind of app. */
export const sectionsOf = (kind: string): readonly EditorSection[] => sections.filter(({ kinds }) => kinds.includes(kind));
