import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choices } from './Choices';
import { LengthFields } from './LengthFields';
import { visible } from './visible';
import './fields.css';

const modes = ['general', 'parent_child', 'heading', 'qa', 'table_row'] as const;
const parentModes = ['paragraph', 'full_doc'] as const;

/** How documents are cleaned and cut; inside a form whose values have `chunking`. */
export function ChunkingFields() {
  const { t } = useTranslation(['knowledge', 'bases']);
  const mode = Form.useWatch<string>(['chunking', 'mode']) ?? 'general';
  const parents = Form.useWatch<string>(['chunking', 'parent_mode']) ?? 'paragraph';
  const isParentChild = mode === 'parent_child';
  // Where whole documents are the parents, nothing is cut but their parts.
  const cutsText = !isParentChild || parents === 'paragraph';

  return (
    <>
      <Form.Item name={['chunking', 'mode']} label={t('bases:chunking.mode')} rules={[{ required: true }]}>
        <Choices values={modes} word={(value) => t(`bases:chunking.mode.${value}`)} />
      </Form.Item>
      {isParentChild && (
        <Form.Item name={['chunking', 'parent_mode']} label={t('bases:chunking.parent_mode')} rules={[{ required: true }]}>
          <Choices values={parentModes} word={(value) => t(`bases:chunking.parent_mode.${value}`)} />
        </Form.Item>
      )}
      {cutsText && mode !== 'heading' && (
        <Form.Item
          name={['chunking', 'separator']} label={t('chunking.separator')} extra={t('chunking.separator.help')} getValueProps={visible}
        >
          <Input className="md-mono" maxLength={50} />
        </Form.Item>
      )}
      {cutsText && <LengthFields length="max_length" overlap="overlap" min={50} max={4000} />}
      {isParentChild && (
        <>
          <Form.Item
            name={['chunking', 'child_separator']} label={t('bases:chunking.child_separator')}
            extra={t('bases:chunking.child_separator.help')} getValueProps={visible}
          >
            <Input className="md-mono" maxLength={50} />
          </Form.Item>
          <LengthFields length="child_max_length" overlap="child_overlap" min={20} max={2000} />
        </>
      )}
      {mode === 'qa' && (
        <Form.Item name={['chunking', 'qa_language']} label={t('bases:chunking.qa_language')} extra={t('bases:chunking.qa_language.help')}>
          <Input maxLength={50} placeholder={t('bases:chunking.qa_language.example')} />
        </Form.Item>
      )}
      <Form.Item name={['chunking', 'remove_extra_spaces']} valuePropName="checked" className="md-field-check" rules={[{ required: true }]}>
        <Checkbox>{t('chunking.remove_extra_spaces')}</Checkbox>
      </Form.Item>
      <Form.Item name={['chunking', 'remove_urls_emails']} valuePropName="checked" rules={[{ required: true }]}>
        <Checkbox>{t('chunking.remove_urls_emails')}</Checkbox>
      </Form.Item>
    </>
  );
}
