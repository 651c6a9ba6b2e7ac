import type { AgentStep, AgentWork, MadeFile, ToolQuestion } from './types';

type Addressed = { task_id: string; message_id: string; conversation_id: string };

/** What only agents send. */
export type AgentEvent =
  | ({ event: 'agent_thought'; step: AgentStep } & Addressed)
  | ({ event: 'message_file'; file: MadeFile } & Addressed)
  | ({ event: 'tool_confirmation' } & Addressed & Omit<ToolQuestion, 'address'>);

const own = ['agent_thought', 'message_file', 'tool_confirmation'];

export const isAgentEvent = (event: { event: string }): event is AgentEvent => own.includes(event.event);

/**
 * What has become of the work after an event; the same event twice changes nothing.
 * @param path Where the runs of the app are addressed.
 */
export function workAfter(work: AgentWork, event: AgentEvent, path: string): AgentWork {
  switch (event.event) {
    case 'agent_thought': return { steps: putById(work.steps, event.step) };
    case 'message_file': return { madeFiles: putById(work.madeFiles, event.file) };
    case 'tool_confirmation': {
      const { id, call_id, label, icon, input, status, expires_at, task_id } = event;
      const address = `${path}/${task_id}/confirmations/${id}`;
      return { questions: putById(work.questions, { id, address, call_id, label, icon, input, status, expires_at }) };
    }
  }
}

/** The steps in which tools were called. */
export const toolSteps = (work: AgentWork): readonly AgentStep[] => (work.steps ?? []).filter((step) => step.calls.length > 0);

/** The questions that wait for an answer and stand in no step: visitors of a public page are shown no steps. */
export const questionsAlone = (work: AgentWork): readonly ToolQuestion[] => (work.questions ?? []).filter(
  ({ status, call_id }) => status === 'waiting' && !toolSteps(work).some(({ calls }) => calls.some(({ id }) => id === call_id)),
);

/** The answer without what was written on the way to it, which stands in the steps. */
export function finalAnswer(answer: string, work: AgentWork): string {
  const start = Math.max(0, ...toolSteps(work).map((step) => step.answer_end));
  return start === 0 ? answer : answer.slice(start).trimStart();
}

function putById<T extends { id: string }>(all: readonly T[] = [], one: T): T[] {
  return all.some(({ id }) => id === one.id) ? all.map((old) => (old.id === one.id ? one : old)) : [...all, one];
}
