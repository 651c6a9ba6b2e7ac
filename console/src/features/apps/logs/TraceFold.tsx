import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { Trace } from './Trace';
import { traceQuery } from './queries';

/** How an answer came about, read when somebody wants to know. */
export function TraceFold({ app, message }: { app: string; message: string }) {
  const { t } = useTranslation('appLogs');
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...traceQuery(useWorkspaceId(), app, message), enabled: open });
  return (
    <div className="md-trace-fold">
      <button type="button" className="md-link" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'trace.hide' : 'trace.show')}</button>
      {open && <Result query={query} compact>{(steps) => <Trace steps={steps} />}</Result>}
    </div>
  );
}
