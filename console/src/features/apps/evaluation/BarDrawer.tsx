import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { toast } from '../../../ui/toast/toast';
import { barPath, evaluationKey } from './queries';
import type { PublishBar, TestSet } from './types';

interface BarDrawerProps {
  app: string;
  bar: PublishBar | null;
  sets: readonly TestSet[];
  onClose: () => void;
}

interface Values {
  set_id: string;
  passed: number;
  similarity?: number | null;
  grade?: number | null;
}

/** Which test set counts, and what its runs have to reach. */
export function BarDrawer({ app, bar, sets, onClose }: BarDrawerProps) {
  const { t } = useTranslation('appEvaluation');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: evaluationKey(ws, app) });
  const save = async ({ set_id, passed, similarity, grade }: Values) => {
    const judges = sets.find(({ id }) => id === set_id)?.judges;
    await api.put(barPath(app), {
      set_id, passed: passed / 100,
      similarity: judges?.similarity && similarity != null ? similarity / 100 : null,
      model: judges?.model && grade != null ? (grade - 1) / 4 : null,
    });
    await refresh();
  };
  const remove = async () => {
    try {
      await api.delete(barPath(app));
      await refresh();
      onClose();
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
  };
  return (
    <FormDrawer<Values>
      title={t('bar.title')} open onClose={onClose} submitLabel={t('common:save')} width={480} onSubmit={save}
      initialValues={{
        set_id: bar?.set_id ?? sets[0]?.id, passed: (bar?.passed ?? 1) * 100,
        similarity: bar?.similarity == null ? null : bar.similarity * 100, grade: bar?.model == null ? null : bar.model * 4 + 1,
      }}
    >
      {(form) => (
        <>
          <p className="md-soft">{t('bar.text')}</p>
          <Form.Item name="set_id" label={t('set')} rules={[{ required: true }]}>
            <Select options={sets.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          <Form.Item name="passed" label={t('bar.passed')} rules={[{ required: true }]}><InputNumber min={0} max={100} suffix="%" /></Form.Item>
          <Form.Item noStyle dependencies={['set_id']}>
            {() => {
              const judges = sets.find(({ id }) => id === (form.getFieldValue('set_id') as string))?.judges;
              return (
                <>
                  {judges?.similarity && <Form.Item name="similarity" label={t('bar.similarity')}><InputNumber min={0} max={100} suffix="%" /></Form.Item>}
                  {judges?.model && <Form.Item name="grade" label={t('bar.model')}><InputNumber min={1} max={5} step={0.5} /></Form.Item>}
                </>
              );
            }}
          </Form.Item>
          {bar && <Button danger type="text" onClick={() => void remove()}>{t('bar.remove')}</Button>}
        </>
      )}
    </FormDrawer>
  );
}
