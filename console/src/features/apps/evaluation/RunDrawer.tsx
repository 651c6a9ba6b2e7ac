import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import type { App } from '../../../ui/chat/queries';
import { Result } from '../../../ui/faces/Result';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { bigCount, count, money } from '../../../ui/format';
import { versionsQuery } from '../queries';
import { estimateQuery, evaluationKey, runsPath } from './queries';
import type { Estimate, Evaluation, TestSet } from './types';

interface RunDrawerProps {
  app: App;
  set: TestSet;
  onClose: () => void;
  onStarted: (run: string) => void;
}

/** Which version is asked, and what that is likely to take. */
export function RunDrawer({ app, set, onClose, onStarted }: RunDrawerProps) {
  const { t } = useTranslation('appEvaluation');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const versions = useInfiniteQuery({ ...versionsQuery(ws, app.id), enabled: app.version !== null });
  const estimate = useQuery(estimateQuery(ws, app.id, set.id));
  const start = async ({ version }: { version: number }) => {
    const run = await api.post<Evaluation>(runsPath(app.id), { set_id: set.id, version: version === 0 ? null : version });
    await cache.invalidateQueries({ queryKey: evaluationKey(ws, app.id) });
    onStarted(run.id);
  };
  return (
    <FormDrawer<{ version: number }>
      title={t('run.title', { name: set.name })} open onClose={onClose} submitLabel={t('run')} width={480} onSubmit={start}
      initialValues={{ version: 0 }}
    >
      <Form.Item name="version" label={t('run.version')} rules={[{ required: true }]}>
        <Select
          options={[
            { value: 0, label: t('draft') },
            ...(versions.data ?? []).map(({ version, name }) => ({ value: version, label: name ? `v${version} · ${name}` : `v${version}` })),
          ]}
        />
      </Form.Item>
      <Result query={estimate} compact>{(expected) => <Expected estimate={expected} />}</Result>
    </FormDrawer>
  );
}

function Expected({ estimate }: { estimate: Estimate }) {
  const { t } = useTranslation('appEvaluation');
  const { cases, model_calls, embedding_calls, prompt_tokens, completion_tokens, cost, basis } = estimate;
  return (
    <dl className="md-run-facts">
      <dt>{t('estimate.cases')}</dt><dd>{count(cases)}</dd>
      <dt>{t('estimate.calls')}</dt>
      <dd>{count(model_calls)}{embedding_calls > 0 && ` + ${t('estimate.embeddings', { count: embedding_calls })}`}</dd>
      <dt>{t('estimate.tokens')}</dt>
      <dd>{prompt_tokens === null || completion_tokens === null ? t('estimate.unknown') : `≈ ${bigCount(prompt_tokens + completion_tokens)}`}</dd>
      <dt>{t('estimate.cost')}</dt>
      <dd>{cost ? `≈ ${money(cost.amount, cost.currency)}` : t('estimate.no_price')}</dd>
      {basis && <p className="md-meta">{t(`estimate.basis.${basis}`)}</p>}
    </dl>
  );
}
