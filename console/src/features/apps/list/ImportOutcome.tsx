import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../../ui/form/FailureNote';
import { StateTag } from '../../../ui/states/StateTag';
import { groups } from '../groups';
import type { ImportResult } from './ImportDrawer';

interface ImportOutcomeProps {
  result: ImportResult;
  isBusy: boolean;
  failure: unknown;
  onConfirm: () => void;
  onOpen: (app: string) => void;
  onBack: () => void;
}

type Warning = ImportResult['warnings'][number];

/** What became of a file, with what will not work as it is: once for each kind of trouble, with its places. */
export function ImportOutcome({ result, isBusy, failure, onConfirm, onOpen, onBack }: ImportOutcomeProps) {
  const { t } = useTranslation('appList');
  const { app_id: app, warnings, version, current_version: current } = result;
  const kinds = groups(warnings, ({ code }) => code);
  return (
    <div className="md-app-import" role="status">
      <StateTag state={app === null ? 'pending' : 'completed-with-warnings'}>
        {app === null ? t('import.pending', { version, current }) : t('import.warned', { count: warnings.length })}
      </StateTag>
      <ul className="md-import-warnings">
        {kinds.map(([code, found]) => (
          <li key={code}>
            <p>! {t(`warning.${code}`, { defaultValue: found[0]!.message, version, current })}</p>
            <ul>{found.map((warning) => <li key={`${warning.path} ${warning.message}`} className="md-meta">{detailOf(warning)}</li>)}</ul>
          </li>
        ))}
      </ul>
      <FailureNote error={failure} />
      <div className="md-form-buttons">
        {app === null ? (
          <>
            <Button onClick={onBack}>{t('import.back')}</Button>
            <Button type="primary" loading={isBusy} onClick={onConfirm}>{t('import.anyway')}</Button>
          </>
        ) : <Button type="primary" autoFocus onClick={() => onOpen(app)}>{t('import.open')}</Button>}
      </div>
    </div>
  );
}

// The name between quotes is what tells one missing tool or model from another.
function detailOf({ message, path }: Warning): string {
  const name = /'([^']+)'/.exec(message)?.[1];
  return name ? `${name} · ${path}` : path;
}
