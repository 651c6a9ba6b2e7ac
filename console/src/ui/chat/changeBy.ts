import { Problem } from '../../api/problem';
import type { ChatEvent } from './chatEvent';
import { formOf } from './human/humanForm';
import type { Turn } from './types';

/**
 * What an event, other than more text, changes of the turn in the making.
 * @param beside The messages beside which it makes a branch.
 */
export function changeBy(
  event: ChatEvent, turn: Turn, beside: readonly string[] | undefined, stopping: boolean,
): Partial<Turn> {
  switch (event.event) {
    case 'message_start': return {
      messageId: event.message_id,
      citations: event.citations,
      state: 'streaming',
      siblings: turn.siblings?.includes(event.message_id) ? turn.siblings : [...beside ?? [], event.message_id],
      ...(event.parent_id !== undefined && { parentId: event.parent_id }),
    };
    case 'message_replace': return {
      answer: event.answer, state: 'streaming', ...(event.reason === 'output_moderation' && { moderated: true }),
    };
    case 'human_input_required': {
      const form = formOf(event.data);
      return { forms: [...(turn.forms ?? []).filter(({ id }) => id !== form.id), form], run: event.workflow_run_id };
    }
    case 'human_input_form_filled': case 'human_input_form_timeout':
      return { forms: turn.forms?.filter(({ nodeId }) => nodeId !== event.data.node_id) };
    case 'message_end': {
      const { model, usage, retriever_resources, annotation_reply, moderated } = event.metadata;
      return {
        state: stopping ? 'stopped' : 'completed',
        forms: [],
        model,
        usage,
        duration: usage?.latency,
        timeToFirstToken: usage?.time_to_first_token,
        annotation: annotation_reply,
        moderated: moderated ?? turn.moderated,
        ...(usage?.total_price && { cost: { amount: usage.total_price, currency: usage.currency ?? '' } }),
        ...(retriever_resources && { citations: retriever_resources }),
      };
    }
    case 'error': {
      const { status, code, message, trace_id } = event;
      return { state: 'failed', forms: [], error: new Problem(status, { code, detail: message, reason: message, trace_id }) };
    }
    default: return {};
  }
}
