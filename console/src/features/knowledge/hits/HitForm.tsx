import { useQueryClient } from '@tanstack/react-query';
import { Button, Collapse, Form, Input, type FormInstance } from 'antd';
import { Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { useActs } from '../../../ui/acts/acts';
import { Keys } from '../../../ui/acts/Keys';
import { RetrievalFields } from '../settings/RetrievalFields';
import type { KnowledgeBase } from '../types';
import { historyQuery } from './queries';
import type { HitQuestion } from './types';

interface HitFormProps {
  base: KnowledgeBase;
  form: FormInstance<HitQuestion>;
  isBusy: boolean;
  onSearch: (question: HitQuestion) => void;
}

// Where the answer comes below, the settings would push it out of sight.
const isNarrow = () => window.matchMedia('(max-width: 959px)').matches;

/** The question and how it is searched, beginning as the base is set. `?q=` brings a question along. */
export function HitForm({ base, form, isBusy, onSearch }: HitFormProps) {
  const { t } = useTranslation(['knowledge', 'hitTesting']);
  const allowed = useCan('knowledge.retrieve');
  const [search] = useSearchParams();
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const { retrieval, indexing } = base;
  // As in a shell: the key that goes up brings back what was asked last, where nothing is written yet.
  const recall = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const last = cache.getQueryData(historyQuery(ws, base.id).queryKey)?.[0];
    if (event.key !== 'ArrowUp' || event.currentTarget.value !== '' || !last) return;
    event.preventDefault();
    form.setFieldsValue({ query: last.content });
  };
  useActs([{ id: 'hits.search', label: t('hits.search'), icon: Search, keys: 'mod+enter', group: 'object', run: form.submit }]);

  return (
    <Form<HitQuestion>
      form={form}
      className="md-hit-form"
      layout="vertical"
      requiredMark={false}
      disabled={!allowed}
      // Fields that are not shown, such as weights without a weighted score, stay as the base says.
      onFinish={(values) => onSearch({ query: values.query, retrieval: { ...retrieval, ...values.retrieval } })}
      initialValues={{ query: search.get('q') ?? '', indexing, retrieval }}
    >
      <Form.Item name="query" label={t('hits.question')} rules={[{ required: true, whitespace: true, message: t('hits.question.missing') }]}>
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} placeholder={t('hits.question.example')} autoFocus onKeyDown={recall}
        />
      </Form.Item>
      <div className="md-hit-submit">
        <Button type="primary" htmlType="submit" loading={isBusy} icon={<Search size={15} />}>{t('hits.search')}</Button>
        <Keys keys="mod+enter" />
        <button
          type="button" className="md-link" disabled={!allowed}
          onClick={() => form.setFieldsValue({ retrieval })}
        >
          {t('hitTesting:reset')}
        </button>
      </div>
      <Form.Item noStyle name="indexing"><input type="hidden" /></Form.Item>
      <Collapse
        ghost size="small" defaultActiveKey={isNarrow() ? [] : ['settings']} styles={{ header: { paddingInline: 0 }, body: { paddingInline: 0 } }}
        items={[{
          key: 'settings', label: t('hitTesting:settings'), forceRender: true, children: <RetrievalFields base={base.id} terse />,
        }]}
      />
    </Form>
  );
}
