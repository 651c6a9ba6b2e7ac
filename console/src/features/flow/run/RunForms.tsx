import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWorkspaceId } from '../../../api/queries';
import { consoleBackend } from '../../../ui/chat/consoleBackend';
import { HumanFormView } from '../../../ui/chat/human/HumanFormView';
import type { HumanForm } from '../../../ui/chat/human/humanForm';
import { sessionOf } from '../../../ui/chat/sessions';
import type { RunStore } from './RunStore';

/** The forms that a run waits for. */
export function RunForms({ forms, runs }: { forms: readonly HumanForm[]; runs: RunStore }) {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [session] = useState(() => sessionOf(cache, { backend: consoleBackend(ws), app: runs.app, draft: true, single: true }));
  return forms.map((form) => <HumanFormView key={form.id} form={form} session={session} onAnswer={(answer) => runs.answer(form.id, answer)} />);
}
