import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import { useActs } from '../../../ui/acts/acts';
import { Keys } from '../../../ui/acts/Keys';
import { searchMethods } from '../settings/RetrievalFields';
import type { KnowledgeBase, SearchMethod } from '../types';

export interface HitQuestion {
  query: string;
  search_method: SearchMethod;
  top_k: number;
  score_threshold: number | null;
  rerank: boolean;
}

interface HitFormProps {
  base: KnowledgeBase;
  isBusy: boolean;
  onSearch: (question: HitQuestion) => void;
}

/** The question and how it is searched, beginning as the base is set. */
export function HitForm({ base, isBusy, onSearch }: HitFormProps) {
  const { t } = useTranslation('knowledge');
  const [form] = Form.useForm<HitQuestion>();
  const allowed = useCan('knowledge.retrieve');
  const { retrieval, indexing } = base;
  useActs([{ id: 'hits.search', label: t('hits.search'), icon: Search, keys: 'mod+enter', group: 'object', run: form.submit }]);

  return (
    <Form<HitQuestion>
      form={form}
      className="md-hit-form"
      layout="vertical"
      requiredMark={false}
      disabled={!allowed}
      onFinish={onSearch}
      initialValues={{
        search_method: retrieval.method,
        top_k: retrieval.top_k,
        score_threshold: retrieval.score_threshold,
        rerank: retrieval.rerank,
      }}
    >
      <Form.Item name="query" label={t('hits.question')} rules={[{ required: true, whitespace: true, message: t('hits.question.missing') }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} placeholder={t('hits.question.example')} autoFocus />
      </Form.Item>
      <Form.Item name="search_method" label={t('field.method')} extra={indexing === 'economy' ? t('method.economy') : undefined}>
        <Select
          disabled={indexing === 'economy'}
          options={[...searchMethods, ...(indexing === 'economy' ? ['keyword_search' as const] : [])]
            .map((value) => ({ value, label: t(`method.${value}`) }))}
        />
      </Form.Item>
      <div className="md-field-pair">
        <Form.Item name="top_k" label={t('field.top_k')} rules={[{ required: true, message: t('field.number.missing') }]}>
          <InputNumber className="md-field-number" min={1} max={100} />
        </Form.Item>
        <Form.Item name="score_threshold" label={t('field.threshold')}>
          <InputNumber className="md-field-number" min={0} max={1} step={0.05} placeholder={t('field.threshold.none')} />
        </Form.Item>
      </div>
      <Form.Item name="rerank" valuePropName="checked"><Checkbox>{t('field.rerank')}</Checkbox></Form.Item>
      <Button type="primary" htmlType="submit" loading={isBusy} icon={<Search size={15} />}>{t('hits.search')}</Button>
      <span className="md-hit-keys"><Keys keys="mod+enter" /></span>
    </Form>
  );
}
