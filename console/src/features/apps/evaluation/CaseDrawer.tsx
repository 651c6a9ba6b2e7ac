import { Button, Form, Input, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { ruleKinds, type SaveTestCase, type TestCase, type TestRule } from './types';

interface CaseDrawerProps {
  testCase: TestCase | undefined;
  onClose: () => void;
  onSave: (testCase: SaveTestCase) => Promise<unknown>;
}

interface Values {
  question?: string;
  inputs?: string;
  expected?: string;
  rules?: TestRule[];
  note?: string;
}

/** A question, what should be answered, and what every answer is held to. */
export function CaseDrawer({ testCase, onClose, onSave }: CaseDrawerProps) {
  const { t } = useTranslation('appEvaluation');
  const save = ({ question = '', inputs, expected, rules = [], note }: Values) => onSave({
    question, expected: expected?.trim() || null, note: note?.trim() || null,
    inputs: inputs?.trim() ? JSON.parse(inputs) as Record<string, unknown> : {},
    rules: rules.map(({ kind, value = '', path }) => ({ kind, value, path: kind === 'json_field' ? path : null })),
  });
  const filled = testCase && Object.keys(testCase.inputs).length > 0 ? JSON.stringify(testCase.inputs, null, 2) : '';
  return (
    <FormDrawer<Values>
      title={t(testCase ? 'case.edit' : 'case.new')} open onClose={onClose} submitLabel={t('common:save')} onSubmit={save}
      initialValues={{ question: testCase?.question, expected: testCase?.expected ?? '', note: testCase?.note ?? '', rules: testCase?.rules ?? [], inputs: filled }}
    >
      <Form.Item name="question" label={t('column.question')}><Input.TextArea autoFocus maxLength={32_000} autoSize={{ minRows: 2, maxRows: 8 }} /></Form.Item>
      <Form.Item name="expected" label={t('case.expected')} extra={t('case.expected.text')}>
        <Input.TextArea maxLength={20_000} autoSize={{ minRows: 2, maxRows: 12 }} />
      </Form.Item>
      <Form.List name="rules">
        {(fields, { add, remove }) => (
          <fieldset className="md-rules">
            <legend>{t('case.rules')}</legend>
            {fields.map(({ key, name }) => (
              <div key={key}>
                <Form.Item name={[name, 'kind']} noStyle>
                  <Select aria-label={t('rule')} popupMatchSelectWidth={false} options={ruleKinds.map((value) => ({ value, label: t(`rule.${value}`) }))} />
                </Form.Item>
                <Form.Item noStyle dependencies={[['rules', name, 'kind']]}>
                  {({ getFieldValue }) => getFieldValue(['rules', name, 'kind']) === 'json_field' && (
                    <Form.Item name={[name, 'path']} noStyle><Input aria-label={t('rule.path')} placeholder="items.0.name" /></Form.Item>
                  )}
                </Form.Item>
                <Form.Item name={[name, 'value']} noStyle><Input aria-label={t('rule.value')} placeholder={t('rule.value')} /></Form.Item>
                <button type="button" className="md-icon-button" aria-label={t('rule.remove')} onClick={() => remove(name)}><X size={14} /></button>
              </div>
            ))}
            <Button size="small" icon={<Plus size={14} />} disabled={fields.length >= 20} onClick={() => add({ kind: 'contains', value: '' })}>{t('rule.add')}</Button>
          </fieldset>
        )}
      </Form.List>
      <Form.Item
        name="inputs" label={t('case.inputs')} extra={t('case.inputs.text')}
        rules={[{ validator: (_, value?: string) => (isObject(value) ? Promise.resolve() : Promise.reject(new Error(t('case.inputs.bad')))) }]}
      >
        <Input.TextArea className="md-mono" autoSize={{ minRows: 1, maxRows: 8 }} placeholder='{"city": "…"}' />
      </Form.Item>
      <Form.Item name="note" label={t('case.note')}><Input maxLength={2000} /></Form.Item>
    </FormDrawer>
  );
}

function isObject(text: string | undefined): boolean {
  if (!text?.trim()) return true;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    // Not JSON; the field says so.
    return false;
  }
}
