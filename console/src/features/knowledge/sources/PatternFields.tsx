import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { LinesInput } from './LinesInput';
import type { SourceKind } from './types';

/** What of a place is meant and what is not, by patterns. */
export function PatternFields({ kind }: { kind: SourceKind }) {
  const { t } = useTranslation('sources');
  return (
    <>
      <Form.Item name={['settings', kind, 'include']} label={t('include')} extra={t('include.help')}><LinesInput rows={2} /></Form.Item>
      <Form.Item name={['settings', kind, 'exclude']} label={t('exclude')}><LinesInput rows={2} /></Form.Item>
    </>
  );
}
