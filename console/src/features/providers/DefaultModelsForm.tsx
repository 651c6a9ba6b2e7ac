import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Problem } from '../../api/problem';
import { useCan, useWorkspaceId } from '../../api/queries';
import { Result } from '../../ui/faces/Result';
import { FailureNote } from '../../ui/form/FailureNote';
import { fieldErrors } from '../../ui/form/fieldErrors';
import { ModelSelect } from '../../ui/models/ModelSelect';
import { toast } from '../../ui/toast/toast';
import { defaultModelsQuery } from './queries';
import type { DefaultModels } from './types';
import './DefaultModelsForm.css';

const types = ['llm', 'embedding', 'rerank', 'speech_to_text', 'text_to_speech'] as const;

type Values = Pick<DefaultModels, (typeof types)[number]>;

/** Which models are used where an app or a knowledge base names none. */
export function DefaultModelsForm() {
  const { t } = useTranslation('providers');
  const query = useQuery(defaultModelsQuery(useWorkspaceId()));
  return (
    <section className="md-section md-default-models">
      <h2>{t('defaults.title')}</h2>
      <p className="md-meta">{t('defaults.help')}</p>
      <Result query={query} compact>{(defaults) => <Fields defaults={defaults} />}</Result>
    </section>
  );
}

function Fields({ defaults }: { defaults: DefaultModels }) {
  const { t } = useTranslation('providers');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const mayManage = useCan('models.manage');
  const [form] = Form.useForm<Values>();
  const [isDirty, setDirty] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const save = async (values: Values) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await api.put('/api/v1/default-models', values);
      await cache.invalidateQueries({ queryKey: defaultModelsQuery(ws).queryKey });
      setDirty(false);
      toast(t('defaults.saved'));
    } catch (error) {
      setFailure(error);
      if (error instanceof Problem) form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0]);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<Values>
      form={form} layout="vertical" requiredMark={false} disabled={!mayManage} initialValues={defaults}
      onValuesChange={() => setDirty(true)} onFinish={(values) => void save(values)}
    >
      <div className="md-default-fields">
        {types.map((type) => (
          <Form.Item key={type} name={type} label={t(`type.${type}`)} extra={inUse(defaults, type, t)}>
            <ModelSelect type={type} placeholder={t('defaults.automatic')} disabled={!mayManage} />
          </Form.Item>
        ))}
      </div>
      <FailureNote error={failure} />
      {isDirty && <Button type="primary" htmlType="submit" loading={isBusy}>{t('common:save')}</Button>}
    </Form>
  );
}

function inUse(defaults: DefaultModels, type: (typeof types)[number], t: TFunction<'providers'>): string {
  const model = defaults.resolved[type];
  return model ? t('defaults.resolved', { model }) : t('defaults.nothing');
}
