import { Fragment } from 'react';
import { useWorkspaceId } from '../../../api/queries';
import { consoleBackend } from '../../../ui/chat/consoleBackend';
import { HumanFormView } from '../../../ui/chat/human/HumanFormView';
import type { HumanForm } from '../../../ui/chat/human/humanForm';
import { FormMails } from './FormMails';
import type { RunStore } from './RunStore';

/** The forms that a run waits for. */
export function RunForms({ forms, runs }: { forms: readonly HumanForm[]; runs: RunStore }) {
  const backend = consoleBackend(useWorkspaceId());
  return forms.map((form) => (
    <Fragment key={form.id}>
      <HumanFormView form={form} backend={backend} app={runs.app} onAnswer={(answer) => runs.answer(form.id, answer)} />
      <FormMails runs={runs} form={form.id} />
    </Fragment>
  ));
}
