import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../../../ui/copy/CodeBlock';
import { StateTag } from '../../../ui/states/StateTag';
import type { State } from '../../../ui/states/state';
import { useSentence } from '../frame/useSentence';
import type { Finding, Report } from '../types';
import { ranked } from './ranked';
import './Reports.css';

const faces: Record<Finding['severity'], State> = { critical: 'failed', warning: 'degraded', info: 'off' };

/** What checks found, worst first, each with the command that repairs it; then what could not be checked and what is well. */
export function Reports({ reports }: { reports: readonly Report[] }) {
  const { t } = useTranslation('operations');
  const say = useSentence();
  const found = ranked(reports);
  const unchecked = reports.filter(({ not_run }) => not_run !== null);
  const well = reports.filter(({ not_run, findings }) => not_run === null && findings.length === 0);
  const counted = (severity: Finding['severity']) => found.filter(({ finding }) => finding.severity === severity).length;

  return (
    <div className="md-reports">
      <p className="md-meta md-num">
        {t('findings.summary', { passed: well.length, critical: counted('critical'), warning: counted('warning') })}
      </p>
      <ul>
        {found.map(({ report, finding: { code, severity, sentence, command } }) => (
          <li key={`${report.check} ${code} ${sentence.en}`}>
            <div className="md-reports-head">
              <StateTag state={severity} as={faces[severity]}>{t(`severity.${severity}`)}</StateTag>
              <strong>{say(report.title)}</strong>
            </div>
            <p>{say(sentence)}</p>
            {command && <CodeBlock code={command} />}
          </li>
        ))}
        {unchecked.map(({ check, title, not_run }) => (
          <li key={check}>
            <div className="md-reports-head"><StateTag state="skipped">{t('findings.not_run')}</StateTag><strong>{say(title)}</strong></div>
            <p className="md-soft">{say(not_run!)}</p>
          </li>
        ))}
        {well.map(({ check, title }) => (
          <li key={check} className="md-reports-head"><StateTag state="ok">{t('findings.well')}</StateTag>{say(title)}</li>
        ))}
      </ul>
    </div>
  );
}
