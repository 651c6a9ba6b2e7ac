import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../../../ui/copy/CodeBlock';
import { Result } from '../../../ui/faces/Result';
import { LogText } from '../logs/LogText';
import { logQuery } from '../queries';

/** The end of a service's log, read every 5 s. */
export function LastLines({ name }: { name: string }) {
  const { t } = useTranslation('operations');
  const query = useQuery({ ...logQuery(name, 12), refetchInterval: 5000, staleTime: 0 });
  return (
    <Result query={query} compact>
      {({ lines, command }) => {
        if (command) return <><p className="md-soft">{t('log.elsewhere')}</p><CodeBlock code={command} /></>;
        if (lines.length === 0) return <p className="md-quiet">{t('log.empty')}</p>;
        return <pre className="md-ops-lines" tabIndex={0}>{lines.map((line, at) => <LogText key={at} line={line} />)}</pre>;
      }}
    </Result>
  );
}
