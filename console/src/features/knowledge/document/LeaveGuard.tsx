import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { count } from '../../../ui/format';

/** Asks before the page is left while chunks have unsaved changes. */
export function LeaveGuard({ dirty }: { dirty: number }) {
  const { t } = useTranslation('document');
  const blocker = useBlocker(({ currentLocation, nextLocation }) =>
    dirty > 0 && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (dirty === 0) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);

  return (
    <Modal
      open={blocker.state === 'blocked'} width={420} title={t('common:form.unsaved')} mask={{ blur: false }}
      onCancel={() => blocker.reset?.()}
      footer={(
        <>
          <Button autoFocus onClick={() => blocker.reset?.()}>{t('common:form.stay')}</Button>
          <Button danger onClick={() => blocker.proceed?.()}>{t('common:form.discard')}</Button>
        </>
      )}
    >
      <p className="md-soft">{t('leave.text', { count: dirty, shown: count(dirty) })}</p>
    </Modal>
  );
}
