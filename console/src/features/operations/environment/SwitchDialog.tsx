import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { FailureNote } from '../../../ui/form/FailureNote';
import { Field } from '../../../ui/form/Field';
import { criticalOf } from '../findings/ranked';
import { Reports } from '../findings/Reports';
import { useSentence } from '../frame/useSentence';
import { environmentQuery } from '../queries';
import type { EnvironmentName, Report, Switched } from '../types';

interface SwitchDialogProps {
  to: EnvironmentName;
  /** How people reach the platform in production, as far as it is known: `ai.example.com`. */
  host: string;
  onClose: () => void;
  onSwitched: (switched: Switched) => void;
}

/** Asks for the name of the environment; when it is refused, names what would have to be ignored. */
export function SwitchDialog({ to, host, onClose, onSwitched }: SwitchDialogProps) {
  const { t } = useTranslation('operations');
  const say = useSentence();
  const cache = useQueryClient();
  const [typed, setTyped] = useState('');
  const [publicHost, setPublicHost] = useState(host);
  const [refusal, setRefusal] = useState<readonly Report[]>();
  const [isIgnoring, setIgnoring] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isReady = typed.trim() === to;

  const submit = async (force: boolean) => {
    if (!isReady || isBusy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const wanted = to === 'prod' ? publicHost.trim() : '';
      const switched = await api.post<Switched>('/api/v1/admin/environment', { environment: to, ...(wanted && { public_host: wanted }), force });
      await cache.invalidateQueries({ queryKey: environmentQuery.queryKey });
      onSwitched(switched);
    } catch (error) {
      if (error instanceof Problem && error.code === 'operations.not_ready') {
        setRefusal(error.extensions.reports as Report[]);
        setIgnoring(false);
      } else {
        setFailure(error);
      }
      setBusy(false);
    }
  };

  const ignored = criticalOf(refusal ?? []).map(({ finding }) => say(finding.sentence));
  return (
    <Modal open title={t('switch.title', { to })} width={refusal ? 560 : 420} onCancel={onClose} footer={null} mask={{ blur: false }}>
      <form
        className="md-switch"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(false);
        }}
      >
        <p className="md-soft">{t(`switch.consequence.${to}`)}</p>
        <Field label={t('common:confirm.type_name', { name: to })}>
          {(control) => <Input {...control} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />}
        </Field>
        {to === 'prod' && (
          <Field label={t('switch.host')} help={t('switch.host.help')} optional>
            {(control) => <Input {...control} value={publicHost} placeholder="ai.example.com" autoComplete="off" onChange={(event) => setPublicHost(event.target.value)} />}
          </Field>
        )}
        {refusal && (
          <>
            <p className="md-switch-refused" role="alert">{t('switch.refused', { to })}</p>
            <Reports reports={refusal} />
            <div className="md-switch-ignore">
              <Checkbox checked={isIgnoring} onChange={(event) => setIgnoring(event.target.checked)}>{t('switch.ignore')}</Checkbox>
              <ul>{ignored.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
            </div>
          </>
        )}
        <FailureNote error={failure} />
        <div className="md-switch-buttons">
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          {refusal && (
            <Button danger type="primary" disabled={!isIgnoring || !isReady} loading={isBusy} onClick={() => void submit(true)}>{t('switch.anyway')}</Button>
          )}
          <Button type={refusal ? 'default' : 'primary'} danger={!refusal} htmlType="submit" loading={isBusy} disabled={!isReady}>
            {t(refusal ? 'switch.again' : 'switch.to', { to })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
