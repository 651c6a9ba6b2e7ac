import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery, useWorkspaceId } from '../../api/queries';
import { CodeBlock } from '../../ui/copy/CodeBlock';
import { CopyButton } from '../../ui/copy/CopyButton';
import { Result } from '../../ui/faces/Result';
import { exactTime } from '../../ui/format';
import { Peek } from '../../ui/overlays/Peek';
import { errorQuery } from './queries';
import type { ErrorEntry } from './types';
import './errors.css';

/** One failure beside the list; its stack trace is shown to those who operate the installation. */
export function ErrorPeek({ entry, onClose }: { entry: ErrorEntry; onClose: () => void }) {
  const { t } = useTranslation('failures');
  const { data: me } = useQuery(meQuery(useWorkspaceId()));
  const maySeeStack = me?.installation_admin ?? false;
  const { at, trace_id, source, operation, message, exception_type } = entry;
  return (
    <Peek title={exception_type?.split('.').at(-1) ?? operation} onClose={onClose} width={maySeeStack ? 480 : 372}>
      <blockquote className="md-error-message">{message}</blockquote>
      <dl className="md-error-facts">
        <dt>{t('trace')}</dt>
        <dd className="md-mono">{trace_id}<CopyButton text={trace_id} label={t('common:error.copy_trace')} /></dd>
        <dt>{t('at')}</dt><dd>{exactTime(at).split('\n')[0]}</dd>
        <dt>{t('operation')}</dt><dd>{t(`source.${source}`, { defaultValue: source })} · <span className="md-mono">{operation}</span></dd>
        {exception_type && <><dt>{t('type')}</dt><dd className="md-mono">{exception_type}</dd></>}
      </dl>
      {maySeeStack ? <Stack id={entry.id} /> : <p className="md-quiet">{t('no_stack')}</p>}
    </Peek>
  );
}

function Stack({ id }: { id: string }) {
  const { t } = useTranslation('failures');
  const query = useQuery(errorQuery(useWorkspaceId(), id));
  return (
    <Result query={query} compact>
      {({ stack_trace }) => (stack_trace ? <CodeBlock language={t('stack')} code={stack_trace} /> : <p className="md-quiet">{t('stack.none')}</p>)}
    </Result>
  );
}
