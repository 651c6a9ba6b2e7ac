import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import type { components } from '../../../api/schema.gen';
import { Field } from '../../../ui/form/Field';
import { FailureNote } from '../../../ui/form/FailureNote';
import { count } from '../../../ui/format';
import type { ChunkingSettings } from '../types';
import { useSettled } from './useSettled';
import './ChunkPreview.css';

type Preview = components['schemas']['ChunkingPreview'];
type PreviewedChunk = Preview['chunks'][number];

/** How a pasted text would be cut by what the form says now; nothing is kept. */
export function ChunkPreview({ initial }: { initial?: ChunkingSettings }) {
  const { t } = useTranslation('bases');
  const [text, setText] = useState('');
  const form = Form.useFormInstance();
  const chunking = Form.useWatch('chunking', form) as ChunkingSettings | undefined ?? initial;
  const asked = useSettled(JSON.stringify({ text, chunking }), 400);
  const query = useQuery({
    queryKey: ['knowledge', 'chunking-preview', asked],
    queryFn: ({ signal }) => api.post<Preview>('/api/v1/knowledge-bases/chunking-preview', JSON.parse(asked), { signal }),
    enabled: (JSON.parse(asked) as { text: string }).text.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const isEmpty = text.trim() === '';

  return (
    <section className="md-chunk-preview" aria-label={t('preview.title')}>
      <Field label={t('preview.text')} help={t('preview.help')}>
        {(control) => (
          <Input.TextArea
            {...control} value={text} maxLength={20_000} autoSize={{ minRows: 3, maxRows: 8 }}
            placeholder={t('preview.example')} onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {!isEmpty && query.error && <FailureNote error={query.error} />}
      {!isEmpty && query.data && <Chunks preview={query.data} />}
    </section>
  );
}

function Chunks({ preview: { chunks, total, is_estimate: isEstimate, character_count: characters, warnings } }: { preview: Preview }) {
  const { t } = useTranslation('bases');
  return (
    <>
      <p className="md-meta" role="status">
        {t(isEstimate ? 'preview.about' : 'preview.count', { count: total, shown: count(total), characters: count(characters) })}
      </p>
      {warnings.map((warning) => <p key={warning} className="md-chunk-preview-warn">! {warning}</p>)}
      <ol>{chunks.map((chunk) => <PreviewedItem key={chunk.position} chunk={chunk} />)}</ol>
      {chunks.length < total && <p className="md-meta">{t('preview.rest', { count: total - chunks.length })}</p>}
    </>
  );
}

function PreviewedItem({ chunk }: { chunk: PreviewedChunk }) {
  const { t } = useTranslation(['knowledge', 'bases']);
  const { position, heading, place, content, answer, character_count: characters, needs_model: needsModel, children } = chunk;
  return (
    <li>
      <p className="md-meta md-num">
        #{position} · {t('fact.characters', { shown: count(characters) })}{heading && ` · ${heading}`}{place && ` · ${place}`}
      </p>
      {children.length === 0 && <p className="md-chunk-preview-text">{content}</p>}
      {children.length > 0 && (
        <ul>{children.map((child, at) => <li key={at} className="md-chunk-preview-text">{child}</li>)}</ul>
      )}
      {answer && <p className="md-chunk-preview-text md-soft">→ {answer}</p>}
      {needsModel && <p className="md-meta">{t('bases:preview.needs_model')}</p>}
    </li>
  );
}
