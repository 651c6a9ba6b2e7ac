import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { CheckExternal } from './CheckExternal';
import { ExternalApisDialog } from './ExternalApisDialog';
import { externalApisQuery } from './queries';

/** Which external API a base asks, and for which of its knowledge; inside a form. */
export function ExternalFields() {
  const { t } = useTranslation('bases');
  const { data: apis, isLoading } = useInfiniteQuery(externalApisQuery(useWorkspaceId()));
  const [isManaging, setManaging] = useState(false);
  const chosen = Form.useWatch<string | undefined>('external_api_id');
  const knowledge = Form.useWatch<string | undefined>('external_knowledge_id');
  return (
    <>
      <Form.Item
        name="external_api_id" label={t('external.api')} rules={[{ required: true, message: t('external.api.missing') }]}
        extra={<Button type="link" size="small" className="md-external-manage" onClick={() => setManaging(true)}>{t('external.manage')}</Button>}
      >
        <Select
          loading={isLoading} placeholder={t('external.api.choose')} notFoundContent={t('external.empty.title')}
          options={apis?.map(({ id, name, endpoint }) => ({ value: id, label: `${name} · ${endpoint}` }))}
        />
      </Form.Item>
      <Form.Item
        name="external_knowledge_id" label={t('external.knowledge')} extra={t('external.knowledge.help')}
        rules={[{ required: true, whitespace: true, message: t('external.knowledge.missing') }]}
      >
        <Input className="md-mono" maxLength={255} />
      </Form.Item>
      {chosen && <CheckExternal api={chosen} knowledge={knowledge?.trim()} label={t('external.check')} />}
      <ExternalApisDialog open={isManaging} onClose={() => setManaging(false)} />
    </>
  );
}
