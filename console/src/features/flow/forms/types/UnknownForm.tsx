import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../../../../ui/copy/CodeBlock';
import type { NodeFormProps } from '../../model/graph';

/** A node of a type that does not exist here: its settings are shown and kept. */
export function UnknownForm({ data }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const { title: _title, desc: _desc, ...fields } = data;
  return (
    <>
      <p className="md-nf-warn">! {t('unknown', { type: data.type })}</p>
      <CodeBlock code={JSON.stringify(fields, null, 2)} language="json" />
    </>
  );
}
