import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useForm } from '../FormContext';
import { infoOf } from '../nodeTypes';

/** What a node is called and what it is for. */
export function NodeHead() {
  const { t } = useTranslation('flowForms');
  const { data, onChange } = useForm();
  const info = infoOf(data);
  return (
    <div className="md-nf-head">
      <Input
        value={data.title} aria-label={t('head.title')} placeholder={t(info.titleKey)} maxLength={100} variant="filled"
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <Input.TextArea
        value={data.desc ?? ''} aria-label={t('head.desc')} placeholder={t('head.desc.placeholder')} autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={1000} variant="borderless" onChange={(event) => onChange({ desc: event.target.value })}
      />
      <p className="md-field-help">{t(info.textKey)}</p>
    </div>
  );
}
