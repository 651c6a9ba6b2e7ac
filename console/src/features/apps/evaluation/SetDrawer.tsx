import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { ModelSelect } from '../../../ui/models/ModelSelect';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { evaluationKey, setsPath } from './queries';
import type { TestSet } from './types';

interface SetDrawerProps {
  app: string;
  /** Null for a new one. */
  set: TestSet | undefined;
  open: boolean;
  onClose: () => void;
  onSaved: (id: string) => void;
}

interface Values {
  name: string;
  description?: string;
  similarity: boolean;
  near?: number;
  model: boolean;
  grade?: number;
  judge?: string;
  instruction?: string;
}

/** A test set's name, and who judges the answers besides the rules of the cases. */
export function SetDrawer({ app, set, open, onClose, onSaved }: SetDrawerProps) {
  const { t } = useTranslation('appEvaluation');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const refresh = () => cache.invalidateQueries({ queryKey: evaluationKey(ws, app) });
  const save = async (values: Values) => {
    const body = {
      name: values.name.trim(), description: values.description ?? '',
      judges: {
        similarity: values.similarity ? { threshold: values.near ?? 0.7, embedding_model: set?.judges.similarity?.embedding_model ?? null } : null,
        model: values.model ? { threshold: values.grade ?? 4, model: values.judge || null, instruction: values.instruction ?? '' } : null,
      },
    };
    const saved = await (set ? api.put<TestSet>(`${setsPath(app)}/${set.id}`, body) : api.post<TestSet>(setsPath(app), body));
    await refresh();
    onSaved(saved.id);
  };
  const judges = set?.judges;
  return (
    <>
      <FormDrawer<Values>
        title={t(set ? 'set.edit' : 'set.new')} open={open && !deleting} onClose={onClose} submitLabel={t(set ? 'common:save' : 'common:create')} onSubmit={save}
        initialValues={{
          name: set?.name, description: set?.description, similarity: judges?.similarity != null, near: judges?.similarity?.threshold ?? 0.7,
          model: judges?.model != null, grade: judges?.model?.threshold ?? 4, judge: judges?.model?.model ?? undefined,
          instruction: judges?.model?.instruction,
        }}
      >
        <Form.Item name="name" label={t('set.name')} rules={[{ required: true, whitespace: true, message: t('common:form.required', { field: t('set.name') }) }]}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="description" label={t('set.description')}><Input.TextArea maxLength={2000} autoSize={{ minRows: 1, maxRows: 4 }} /></Form.Item>
        <p className="md-soft">{t('judges.text')}</p>
        <Judge name="similarity" label={t('judge.similarity')} text={t('judge.similarity.text')}>
          <Form.Item name="near" label={t('judge.similarity.threshold')}><InputNumber min={0} max={1} step={0.05} /></Form.Item>
        </Judge>
        <Judge name="model" label={t('judge.model')} text={t('judge.model.text')}>
          <Form.Item name="judge" label={t('judge.model.model')}>
            <ModelSelect type="llm" placeholder={t('judge.model.choose')} withoutBuiltin />
          </Form.Item>
          <Form.Item name="grade" label={t('judge.model.threshold')}><InputNumber min={1} max={5} step={0.5} /></Form.Item>
          <Form.Item name="instruction" label={t('judge.model.instruction')} extra={t('judge.model.instruction.text')}>
            <Input.TextArea maxLength={8000} autoSize={{ minRows: 2, maxRows: 8 }} />
          </Form.Item>
        </Judge>
        {set && <Button danger type="text" onClick={() => setDeleting(true)}>{t('set.delete')}</Button>}
      </FormDrawer>
      {set && (
        <ConfirmDestructive
          open={deleting} onClose={() => setDeleting(false)} title={t('set.delete.title', { name: set.name })} verb={t('common:delete')}
          consequence={t('set.delete.text', { count: set.case_count })}
          onConfirm={async () => {
            await api.delete(`${setsPath(app)}/${set.id}`);
            await refresh();
            onClose();
          }}
        />
      )}
    </>
  );
}

function Judge({ name, label, text, children }: { name: 'similarity' | 'model'; label: string; text: string; children: React.ReactNode }) {
  const isOn = Form.useWatch<boolean | undefined>(name) ?? false;
  return (
    <>
      <Form.Item name={name} label={label} valuePropName="checked" extra={text} required><Switch /></Form.Item>
      {isOn && children}
    </>
  );
}
