import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api as calls } from '../../../api/client';
import { Problem, problemText } from '../../../api/problem';
import { duration } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { externalApisPath, type ExternalCheck } from './queries';

interface CheckExternalProps {
  api: string;
  /** What the API calls a knowledge; without it address and key alone are tried. */
  knowledge?: string;
  label: string;
}

/** Asks an external API whether it answers, and shows what it said. */
export function CheckExternal({ api, knowledge, label }: CheckExternalProps) {
  const { t } = useTranslation('bases');
  const check = useMutation({
    mutationFn: () => calls.post<ExternalCheck>(`${externalApisPath}/${api}/check`, { external_knowledge_id: knowledge || null }),
  });
  return (
    <span className="md-external-check">
      <Button size="small" aria-label={label} loading={check.isPending} onClick={() => check.mutate()}>{t('external.check')}</Button>
      <span role="status">
        {check.data && <Outcome check={check.data} />}
        {check.error && <StateTag state="failed">{problemText(check.error)}</StateTag>}
      </span>
    </span>
  );
}

function Outcome({ check: { ok, code, detail, record_count: records, milliseconds } }: { check: ExternalCheck }) {
  const { t } = useTranslation('bases');
  if (!ok) return <StateTag state="failed">{problemText(new Problem(0, { code: code ?? 'knowledge.external_failed', detail: detail ?? undefined }))}</StateTag>;
  return (
    <StateTag state="ok">
      {records === null
        ? t('external.answers', { time: duration(milliseconds / 1000) })
        : t('external.found', { count: records, time: duration(milliseconds / 1000) })}
    </StateTag>
  );
}
