import type { ComponentType } from 'react';
import { later } from '../../../ui/later';
import type { NodeFormProps } from '../model/graph';

const form = (load: () => Promise<ComponentType<NodeFormProps>>, ...words: string[]) => later(['flowForms', 'flowNodes', ...words], load);

const NothingForm = form(async () => (await import('./types/NothingForm')).NothingForm);

/** The forms by type. Each is loaded when a node of its type is opened for the first time. */
export const typeForms: Readonly<Record<string, ComponentType<NodeFormProps>>> = {
  start: form(async () => (await import('./types/StartForm')).StartForm, 'appEditor'),
  end: form(async () => (await import('./types/EndForm')).EndForm),
  answer: form(async () => (await import('./types/AnswerForm')).AnswerForm),
  llm: form(async () => (await import('./types/LlmForm')).LlmForm),
  agent: form(async () => (await import('./types/AgentForm')).AgentForm, 'agent'),
  'question-classifier': form(async () => (await import('./types/ClassifierForm')).ClassifierForm),
  'parameter-extractor': form(async () => (await import('./types/ExtractorForm')).ExtractorForm),
  'knowledge-retrieval': form(async () => (await import('./types/RetrievalForm')).RetrievalForm),
  'document-extractor': form(async () => (await import('./types/DocumentForm')).DocumentForm),
  'if-else': form(async () => (await import('./types/IfElseForm')).IfElseForm),
  iteration: form(async () => (await import('./types/IterationForm')).IterationForm),
  loop: form(async () => (await import('./types/LoopForm')).LoopForm),
  'loop-end': NothingForm,
  'loop-start': NothingForm,
  'iteration-start': NothingForm,
  'variable-aggregator': form(async () => (await import('./types/AggregatorForm')).AggregatorForm),
  code: form(async () => (await import('./types/CodeForm')).CodeForm),
  'template-transform': form(async () => (await import('./types/TemplateForm')).TemplateForm),
  assigner: form(async () => (await import('./types/AssignerForm')).AssignerForm),
  'list-operator': form(async () => (await import('./types/ListForm')).ListForm),
  'http-request': form(async () => (await import('./types/HttpForm')).HttpForm),
  tool: form(async () => (await import('./types/ToolForm')).ToolForm, 'agent'),
  'human-input': form(async () => (await import('./types/HumanForm')).HumanForm),
  'trigger-webhook': form(async () => (await import('./types/WebhookForm')).WebhookForm),
  'trigger-schedule': form(async () => (await import('./types/ScheduleForm')).ScheduleForm),
};

/** For types that nobody here knows. */
export const UnknownForm = form(async () => (await import('./types/UnknownForm')).UnknownForm);
